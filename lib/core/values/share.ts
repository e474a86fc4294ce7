import { isBlank, named, reader, type Wording } from "./text";

/** All of something, in basis points. */
export const WHOLE = 10_000;

/**
 * A share in basis points. Text is a percentage with at most two decimals ("33.33" or "33.33%" is 3333);
 * a number is basis points already and must be whole.
 */
export function basisPoints({ min = 0, max = WHOLE, ...wording }: Wording & { min?: number; max?: number } = {}) {
  const { object, subject } = named({ label: "a percentage", ...wording });
  return reader((raw, fail) => {
    if (isBlank(raw)) fail(wording.message ?? `Enter ${object}`);
    const value = typeof raw === "number" ? raw : typeof raw === "string" ? readPercent(raw.trim()) : null;
    if (value === null || !Number.isSafeInteger(value))
      return fail(wording.message ?? `${subject} must be a percentage with at most two decimals, like 20 or 33.33`);
    if (value < min) fail(`${subject} must be ${toPercent(min)}% or more`);
    if (value > max) fail(`${subject} must be ${toPercent(max)}% or less`);
    return value;
  });
}

/** Basis points as exact text in percent, for inputs: 3333 is "33.33", 2000 is "20". */
export function toPercent(bp: number): string {
  if (!Number.isSafeInteger(bp)) throw new RangeError("Basis points must be whole");
  const digits = String(Math.abs(bp)).padStart(3, "0");
  const part = digits.slice(-2).replace(/0+$/, "");
  return `${bp < 0 ? "-" : ""}${digits.slice(0, -2)}${part && `.${part}`}`;
}

/**
 * Splits a total in proportion to weights, exactly: each part is within one penny of its quotient and they add up to the total.
 * Left-over pennies go to the largest remainders, and among equals to the first in the order given.
 * A negative total mirrors its positive. A negative or fractional weight, or none above zero, is a fault and throws.
 * Raising the total can lower a part by a penny: a property of the method, so never split again what was paid.
 */
export function split(total: bigint, weights: readonly (bigint | number)[]): bigint[] {
  if (total < 0n) return split(-total, weights).map((part) => -part);
  const exact = weights.map(weightOf);
  const whole = exact.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError("A split needs a weight above zero");
  const parts = exact.map((weight) => (total * weight) / whole);
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  const remainders = exact.map((weight, place) => ({ place, remainder: (total * weight) % whole }));
  // Sorting is stable, so equal remainders stay in the order given.
  const raised = remainders.sort((one, other) => descending(one.remainder, other.remainder)).slice(0, left);
  const places = new Set(raised.map(({ place }) => place));
  return parts.map((part, place) => (places.has(place) ? part + 1n : part));
}

/** Splits a total by shares in basis points, which must add up to 10,000 exactly. */
export function splitByBasisPoints(total: bigint, bps: readonly number[]): bigint[] {
  if (!isWhole(bps)) throw new RangeError("Shares must add up to 10,000 basis points");
  return split(total, bps);
}

/** True when shares are whole basis points, none negative, that add up to 10,000. */
export const isWhole = (bps: readonly number[]): boolean =>
  bps.every((bp) => Number.isSafeInteger(bp) && bp >= 0) && bps.reduce((sum, bp) => sum + bp, 0) === WHOLE;

/** What part is of a whole, in basis points, rounded half up; `null` of nothing. Over 10,000 when the part is larger. */
export function bpOf(part: bigint | number, whole: bigint | number): number | null {
  const [above, below] = [weightOf(part), weightOf(whole)];
  return below === 0n ? null : Number((above * 20_000n + below) / (below * 2n));
}

/** What each part is of them all, in basis points that add up to 10,000 exactly. Parts that are all zero throw. */
export const bpOfEach = (parts: readonly (bigint | number)[]): number[] => split(BigInt(WHOLE), parts).map(Number);

/** A share of one amount, in the amount's own unit, rounded half up. To share out a whole, use `splitByBasisPoints`. */
export function ofBp(amount: bigint, bp: number): bigint {
  return amount < 0n ? -ofBp(-amount, bp) : (amount * weightOf(bp) + 5_000n) / 10_000n;
}

function readPercent(typed: string): number | null {
  const [, units, part = ""] = /^(\d{1,7})(?:\.(\d{1,2}))? ?%?$/.exec(typed) ?? [];
  return units === undefined ? null : Number(units + part.padEnd(2, "0"));
}

function weightOf(weight: bigint | number): bigint {
  if (typeof weight === "number" && !Number.isSafeInteger(weight)) throw new RangeError("A weight must be whole");
  if (weight < 0) throw new RangeError("A weight cannot be negative");
  return BigInt(weight);
}

function descending(one: bigint, other: bigint): number {
  return one > other ? -1 : one < other ? 1 : 0;
}
