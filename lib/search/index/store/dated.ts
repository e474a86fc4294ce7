import { RateUnit } from "@/lib/core/prisma/enums";
import type { Document } from "../document";
import { type Column, integers, numbers, wholes } from "./column";
import type { Value } from "./sets";

/**
 * What changes with the day, though nobody writes anything: which prices hold and whose evidence is in date. It keeps the
 * days, and from them makes columns for the day that was asked last.
 */
export class Dated {
  /** The day's number until which the evidence of each slot is in date. */
  readonly until: Column<Int32Array>;
  /** Where the prices of each slot begin; they end where those of the next slot begin. */
  private readonly starts: Column<Uint32Array>;
  private readonly unit: Column<Uint32Array> = wholes();
  private readonly pence: Column<Float64Array> = numbers();
  private readonly from: Column<Int32Array> = integers();
  private readonly to: Column<Int32Array> = integers();
  private prices = 0;
  private slots = 0;
  private today: Today | null = null;

  constructor(room = 0) {
    this.until = integers(room);
    this.starts = wholes(room + 1);
  }

  /** Takes in the next slot. */
  put(slot: number, { evidenceUntil, prices }: Pick<Document, "evidenceUntil" | "prices">): void {
    this.until.put(slot, evidenceUntil === null ? ENDLESS : dayNumber(evidenceUntil));
    this.starts.put(slot, this.prices);
    for (const { unit, pence, from, to } of prices) {
      this.unit.put(this.prices, units.indexOf(unit));
      this.pence.put(this.prices, pence);
      this.from.put(this.prices, dayNumber(from));
      this.to.put(this.prices++, to === null ? ENDLESS : dayNumber(to));
    }
    this.starts.put(slot + 1, this.prices);
    this.slots = slot + 1;
    const { today } = this;
    if (!today) return;
    this.judge(slot, today);
    for (const [unit, lowest] of today.lowest) lowest.put(slot, this.lowestOf(slot, unit, today.number));
  }

  /** Whether a slot has just this evidence and these prices. */
  has(slot: number, { evidenceUntil, prices }: Pick<Document, "evidenceUntil" | "prices">): boolean {
    const first = this.starts.values[slot] ?? 0;
    if ((this.starts.values[slot + 1] ?? 0) - first !== prices.length) return false;
    if (this.until.values[slot] !== (evidenceUntil === null ? ENDLESS : dayNumber(evidenceUntil))) return false;
    return prices.every(
      ({ unit, pence, from, to }, at) =>
        this.unit.values[first + at] === units.indexOf(unit) &&
        this.pence.values[first + at] === pence &&
        this.from.values[first + at] === dayNumber(from) &&
        this.to.values[first + at] === (to === null ? ENDLESS : dayNumber(to)),
    );
  }

  /** A service died: it is counted no more. */
  drop(slot: number): void {
    const { today } = this;
    const set = today?.column.values[slot] ?? 0;
    today?.living.put(set, (today.living.values[set] ?? 0) - 1);
  }

  /** What stands on a day, counting the slots that live. */
  on(day: string, lives: (slot: number) => boolean): Today {
    const number = dayNumber(day);
    if (this.today?.number === number) return this.today;
    const today: Today = { number, column: wholes(this.slots), living: wholes(SETS), lists, values, lowest: new Map() };
    this.today = today;
    for (let slot = 0; slot < this.slots; slot++) {
      this.judge(slot, today);
      if (!lives(slot)) this.drop(slot);
    }
    return today;
  }

  /** The lowest price for a unit on the day, in pence; not a number where there is none. */
  lowest(unit: RateUnit, today: Today): Float64Array {
    const number = units.indexOf(unit);
    const known = today.lowest.get(number);
    if (known) return known.values;
    const lowest = numbers(this.slots);
    for (let slot = 0; slot < this.slots; slot++) lowest.values[slot] = this.lowestOf(slot, number, today.number);
    today.lowest.set(number, lowest);
    return lowest.values;
  }

  private judge(slot: number, { number, column, living }: Today): void {
    let set = (this.until.values[slot] ?? 0) >= number ? IN_DATE : 0;
    const end = this.starts.values[slot + 1] ?? 0;
    for (let at = this.starts.values[slot] ?? 0; at < end; at++)
      if (this.holds(at, number)) set |= 1 << (this.unit.values[at] ?? 0);
    column.put(slot, set);
    living.put(set, (living.values[set] ?? 0) + 1);
  }

  private lowestOf(slot: number, unit: number, day: number): number {
    let lowest = Number.NaN;
    const end = this.starts.values[slot + 1] ?? 0;
    for (let at = this.starts.values[slot] ?? 0; at < end; at++) {
      const pence = this.pence.values[at] ?? 0;
      if (this.unit.values[at] === unit && this.holds(at, day) && !(lowest <= pence)) lowest = pence;
    }
    return lowest;
  }

  private holds(price: number, day: number): boolean {
    return (this.from.values[price] ?? 0) <= day && (this.to.values[price] ?? 0) >= day;
  }
}

/** A day's columns, in the shape of `Sets`: which units each slot has a price for, and whether its evidence is in date. */
export type Today = {
  number: number;
  column: Column<Uint32Array>;
  living: Column<Uint32Array>;
  lists: readonly (readonly number[])[];
  values: readonly Value[];
  lowest: Map<number, Column<Float64Array>>;
};

const ENDLESS = 0x7fff_ffff;
const units: readonly RateUnit[] = Object.values(RateUnit);
const IN_DATE = 1 << units.length;
const SETS = IN_DATE * 2;

const values: readonly Value[] = [
  ...units.map((code): Value => ({ facet: "unit", code })),
  { facet: "evidence", code: "yes" },
  { facet: "evidence", code: "no" },
];
/** For each set, a bit for each unit and one for the evidence, the numbers of its values. */
const lists = Array.from({ length: SETS }, (_, set) => [
  ...units.flatMap((_, unit) => (set & (1 << unit) ? [unit] : [])),
  units.length + (set & IN_DATE ? 0 : 1),
]);

/** "2026-11-22" as 20261122: days stand in the same order, and to read one costs next to nothing. */
function dayNumber(day: string): number {
  let number = 0;
  for (let at = 0; at < day.length; at++) {
    const digit = day.charCodeAt(at) - 48;
    if (digit >= 0) number = number * 10 + digit;
  }
  return number;
}
