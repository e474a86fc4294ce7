import { pounds } from "./format";
import { isBlank, named, reader, type Wording } from "./text";

/** The largest amount that a form takes unless told otherwise: £999,999,999.99. */
export const LARGEST = 99_999_999_999n;

// `\d` without the `u` flag's classes is ASCII only, so full-width and other scripts' digits are refused.
const POUNDS = /^£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/**
 * An amount of money as pence. Text is pounds: digits, an optional £, commas only where thousands fall, at most two decimals.
 * A `bigint` is pence already, so that a job or the seed can call the same command; a JSON number is refused, being either.
 */
export function pence({ min = 0n, max = LARGEST, ...wording }: Wording & { min?: bigint; max?: bigint } = {}) {
  const { object, subject } = named({ label: "an amount", ...wording });
  return reader((raw, fail) => {
    if (isBlank(raw)) fail(wording.message ?? `Enter ${object}`);
    const value = typeof raw === "bigint" ? raw : typeof raw === "string" ? readPounds(raw.trim()) : null;
    if (value === null && typeof raw === "string" && /^£?\s*[-−]|^\(/.test(raw.trim()))
      fail(`${subject} cannot be less than zero`);
    if (value === null) return fail(wording.message ?? `${subject} must be in pounds and pence, like 1200 or 1,234.50`);
    if (value < min)
      fail(min === 0n ? `${subject} cannot be less than zero` : `${subject} must be ${pounds(min)} or more`);
    if (value > max) fail(`${subject} must be ${pounds(max)} or less`);
    return value;
  });
}

/** Pence as exact text in pounds with two decimals and no commas, for inputs and exports: 123450n is "1234.50". */
export function toPounds(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A unit price in pence times a whole volume. A part of a unit, or a negative volume, is a fault and throws. */
export function multiply(unitPence: bigint, volume: bigint | number): bigint {
  if (typeof volume === "number" && !Number.isSafeInteger(volume)) throw new RangeError("A volume must be whole");
  if (volume < 0) throw new RangeError("A volume cannot be negative");
  return unitPence * BigInt(volume);
}

/**
 * VAT in pence on a net amount in pence, at a rate in basis points (2,000 is 20%), rounded half up to the penny.
 * A negative amount mirrors its positive, so that a credit cancels its charge exactly.
 */
export function vat(netPence: bigint, rateBp: number): bigint {
  if (!Number.isSafeInteger(rateBp) || rateBp < 0) throw new RangeError("A VAT rate must be whole basis points");
  return netPence < 0n ? -vat(-netPence, rateBp) : (netPence * BigInt(rateBp) + 5_000n) / 10_000n;
}

/** Amounts added up; nothing adds up to 0n. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

function readPounds(typed: string): bigint | null {
  const [matched, units = "", part = ""] = (typed.length <= 40 && POUNDS.exec(typed)) || [];
  return matched === undefined ? null : BigInt(units.replaceAll(",", "") + part.padEnd(2, "0"));
}
