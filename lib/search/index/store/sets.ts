import type { Facet } from "../../ask";
import { addBit, type Bits, include, noBits, removeBit, wordsFor } from "./bits";
import { type Column, wholes } from "./column";

/** One answer to one question: what a facet counts. */
export type Value = { facet: Facet; code: string };

/**
 * What services say of one or several questions, where many say the same: which set of values each slot has, each set kept
 * once. So counting is two short steps: how many slots have each set, then how many values each set stands for.
 */
export class Sets {
  /** The number of the set that each slot has. */
  readonly column: Column<Uint32Array>;
  /** How many services that live have each set. */
  readonly living: Column<Uint32Array> = wholes();
  /** The values of each set, by their numbers. */
  readonly lists: number[][] = [];
  /** What each value is, by its number. */
  readonly values: Value[] = [];
  private readonly setNumbers = new Map<string, number>();
  private readonly valueNumbers = new Map<string, number>();
  /** The slots that have each value, those of the dead among them. */
  private readonly having: Column<Uint32Array>[] = [];

  constructor(room = 0) {
    this.column = wholes(room);
  }

  /** Gives a slot the set with this key; `values` says what that is, when it is seen for the first time. */
  put(slot: number, key: string, values: () => readonly Value[]): void {
    const set = this.setNumbers.get(key) ?? this.learn(key, values());
    this.column.put(slot, set);
    this.living.put(set, (this.living.values[set] ?? 0) + 1);
    for (const value of this.lists[set] ?? []) {
      const bits = this.having[value];
      if (!bits) continue;
      if (slot >>> 5 >= bits.values.length) bits.put(slot >>> 5, 0);
      addBit(bits.values, slot);
    }
  }

  /** Whether a slot has the set with this key. */
  has(slot: number, key: string): boolean {
    return this.column.values[slot] === this.setNumbers.get(key);
  }

  /** A service died: it is counted no more. */
  drop(slot: number): void {
    const set = this.column.values[slot] ?? 0;
    this.living.put(set, (this.living.values[set] ?? 0) - 1);
  }

  /** Takes a living slot's set away, so that it can be given another. */
  clear(slot: number): void {
    this.drop(slot);
    for (const value of this.lists[this.column.values[slot] ?? 0] ?? []) {
      const bits = this.having[value];
      if (bits) removeBit(bits.values, slot);
    }
  }

  /** The slots that have any of these codes; some of them may be dead. */
  anyOf(facet: Facet, codes: readonly string[], slots: number): Bits {
    const found = noBits(slots);
    const numbers = codes.flatMap((code) => this.valueNumbers.get(nameOf({ facet, code })) ?? []);
    if (numbers.length <= FEW) for (const value of numbers) include(found, this.having[value]?.values ?? found);
    else this.lookUp(new Set(numbers), found, slots);
    return found;
  }

  /** For many values it is less work to judge each set once and then to look at each slot. */
  private lookUp(values: ReadonlySet<number>, found: Bits, slots: number): void {
    const fits = new Uint32Array(this.lists.length);
    for (let set = 0; set < fits.length; set++) fits[set] = this.lists[set]?.some((value) => values.has(value)) ? 1 : 0;
    const sets = this.column.values;
    for (let at = 0; at < wordsFor(slots); at++) {
      const end = Math.min(slots - (at << 5), 32);
      let word = 0;
      for (let bit = 0; bit < end; bit++) word |= (fits[sets[(at << 5) + bit] ?? 0] ?? 0) << bit;
      found[at] = word;
    }
  }

  private learn(key: string, values: readonly Value[]): number {
    const set = this.lists.length;
    this.setNumbers.set(key, set);
    this.lists.push([...new Set(values.map((value) => this.numberOf(value)))]);
    return set;
  }

  private numberOf(value: Value): number {
    const known = this.valueNumbers.get(nameOf(value));
    if (known !== undefined) return known;
    this.valueNumbers.set(nameOf(value), this.values.length);
    this.having.push(wholes());
    return this.values.push(value) - 1;
  }
}

const FEW = 24;
const nameOf = ({ facet, code }: Value): string => `${facet} ${code}`;

/** A key for a list of values: nothing that PostgreSQL keeps as text holds the mark between them. */
export const keyOf = (values: readonly string[]): string => values.join("\u0000");
