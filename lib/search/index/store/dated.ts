import { RateUnit } from "@/lib/core/prisma/enums";
import type { Document } from "../document";
import { addBit, type Bits, wordsFor } from "./bits";
import { type Column, integers, numbers, wholes } from "./column";

/**
 * What changes with the day, though nobody writes anything: which prices hold and whose evidence is in date. It keeps the
 * days, and from them makes columns for the day that was asked last.
 */
export class Dated {
  private readonly until: Column<Int32Array>;
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

  /** What stands on a day, "YYYY-MM-DD". */
  on(day: string): Today {
    const number = dayNumber(day);
    if (this.today?.number === number) return this.today;
    const bits = () => wholes(wordsFor(this.slots));
    const today: Today = { number, units: units.map(bits), evidence: { yes: bits(), no: bits() }, lowest: new Map() };
    this.today = today;
    for (let slot = 0; slot < this.slots; slot++) this.judge(slot, today);
    return today;
  }

  /** The choices of the facets that change with the day, each with the slots that have it; some may be dead. */
  choices(facet: "unit" | "evidence", day: string): [code: string, bits: Bits][] {
    const today = this.on(day);
    return facet === "unit"
      ? units.map((unit, at) => [unit, today.units[at]?.values ?? new Uint32Array(0)])
      : [
          ["yes", today.evidence.yes.values],
          ["no", today.evidence.no.values],
        ];
  }

  /** The lowest price for a unit on the day, in pence; not a number where there is none. */
  lowest(unit: RateUnit, day: string): Float64Array {
    const today = this.on(day);
    const number = units.indexOf(unit);
    const known = today.lowest.get(number);
    if (known) return known.values;
    const lowest = numbers(this.slots);
    for (let slot = 0; slot < this.slots; slot++) lowest.values[slot] = this.lowestOf(slot, number, today.number);
    today.lowest.set(number, lowest);
    return lowest.values;
  }

  private judge(slot: number, { number, units, evidence }: Today): void {
    put(evidence[(this.until.values[slot] ?? 0) >= number ? "yes" : "no"], slot);
    const end = this.starts.values[slot + 1] ?? 0;
    for (let at = this.starts.values[slot] ?? 0; at < end; at++) {
      const bits = units[this.unit.values[at] ?? 0];
      if (bits && this.holds(at, number)) put(bits, slot);
    }
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

/** A day's columns. */
type Today = {
  number: number;
  /** For each unit, the slots that have a price for it. */
  units: Column<Uint32Array>[];
  /** The slots whose evidence is in date, and the others. */
  evidence: { yes: Column<Uint32Array>; no: Column<Uint32Array> };
  /** The lowest price of each slot, for each unit that was asked. */
  lowest: Map<number, Column<Float64Array>>;
};

const ENDLESS = 0x7fff_ffff;
const units: readonly RateUnit[] = Object.values(RateUnit);

function put(bits: Column<Uint32Array>, slot: number): void {
  bits.reserve(wordsFor(slot + 1));
  addBit(bits.values, slot);
}

/** "2026-11-22" as 20261122: days stand in the same order, and to read one costs next to nothing. */
function dayNumber(day: string): number {
  let number = 0;
  for (let at = 0; at < day.length; at++) {
    const digit = day.charCodeAt(at) - 48;
    if (digit >= 0) number = number * 10 + digit;
  }
  return number;
}
