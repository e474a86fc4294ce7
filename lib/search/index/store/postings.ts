import { wordParts } from "../../ask";
import type { Term } from "../../language/tsquery";
import { type Bits, noBits } from "./bits";
import { type Column, wholes } from "./column";

/**
 * Which slots say a lexeme, ascending: each entry is the slot times four, plus the number of the most telling part that it
 * stands in (`wordParts`). Entries of the dead stay.
 */
export type Posting = { readonly entries: Uint32Array; readonly length: number };

type Growing = { entries: Uint32Array; length: number; last: number };

const PARTS = wordParts.length;
/** Up to here a posting grows by half, for it will be moved often; beyond, by a quarter, for it is large. */
const SHORT = 4096;
const SPACE = 32;
const NEXT_LINE = 10;

/** For each lexeme, its posting. */
export class Postings {
  private readonly byLexeme = new Map<string, Growing>();
  /** The lexemes in order, but for those that came since somebody last asked for a beginning. */
  private ordered: string[] = [];
  private fresh: string[] = [];
  /** How many lexemes each slot says. */
  private readonly said: Column<Uint32Array>;

  constructor(room = 0) {
    this.said = wholes(room);
  }

  /** Takes in the four lines of a slot's lexemes. Slots come in ascending order. */
  put(slot: number, lexemes: string): void {
    let [part, from, said] = [0, 0, 0];
    for (let at = 0; at <= lexemes.length; at++) {
      const code = at < lexemes.length ? lexemes.charCodeAt(at) : NEXT_LINE;
      if (code !== SPACE && code !== NEXT_LINE) continue;
      if (at > from && this.add(lexemes.slice(from, at), slot, part)) said++;
      from = at + 1;
      if (code === NEXT_LINE) part++;
    }
    this.said.put(slot, said);
  }

  /** Whether a slot says just these lexemes, in just these parts. */
  says(slot: number, lexemes: string): boolean {
    const parts = new Map<string, number>();
    lexemes.split("\n").forEach((line, part) => {
      for (const lexeme of line.split(" ")) if (lexeme !== "" && !parts.has(lexeme)) parts.set(lexeme, part);
    });
    if (parts.size !== this.said.values[slot]) return false;
    return [...parts].every(([lexeme, part]) => partIn(this.find({ lexeme, prefix: false }), slot) === part);
  }

  /** What is known of a term: for a prefix, of all the lexemes that begin so, taken together. */
  find({ lexeme, prefix }: Term, slots = 0): Posting {
    if (!prefix) return this.postingOf(lexeme);
    const begun = this.beginning(lexeme).map((each) => this.postingOf(each));
    const [only] = begun;
    return begun.length <= 1 ? (only ?? NONE) : together(begun, slots);
  }

  /** False where the slot says it already, in a part that tells more. */
  private add(lexeme: string, slot: number, part: number): boolean {
    const posting = this.byLexeme.get(lexeme) ?? this.learn(lexeme);
    if (posting.last === slot) return false;
    posting.last = slot;
    if (posting.length === posting.entries.length) {
      const wider = new Uint32Array(Math.ceil(posting.length * (posting.length < SHORT ? 1.5 : 1.25)) + 2);
      wider.set(posting.entries);
      posting.entries = wider;
    }
    posting.entries[posting.length++] = slot * PARTS + part;
    return true;
  }

  private learn(said: string): Growing {
    // A copy: a long slice of a text would keep the whole text.
    const lexeme = Buffer.from(said).toString();
    const posting = { entries: NONE.entries, length: 0, last: -1 };
    this.byLexeme.set(lexeme, posting);
    this.fresh.push(lexeme);
    return posting;
  }

  private postingOf(lexeme: string): Posting {
    return this.byLexeme.get(lexeme) ?? NONE;
  }

  private beginning(prefix: string): string[] {
    if (this.fresh.length > 0) this.ordered = this.ordered.concat(this.fresh).sort(inOrder);
    this.fresh = [];
    const { ordered } = this;
    let [from, to] = [0, ordered.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((ordered[middle] ?? "") < prefix) from = middle + 1;
      else to = middle;
    }
    const begun: string[] = [];
    for (let at = from; ordered[at]?.startsWith(prefix); at++) begun.push(ordered[at] ?? "");
    return begun;
  }
}

const NONE: Posting = { entries: new Uint32Array(0), length: 0 };
const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The slots of a posting. */
export function bitsOf({ entries, length }: Posting, slots: number): Bits {
  const bits = noBits(slots);
  for (let at = 0; at < length; at++) {
    const slot = (entries[at] ?? 0) >>> 2;
    bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
  }
  return bits;
}

/** The number of the most telling part in which a slot says it; -1 when it does not. */
export function partIn({ entries, length }: Posting, slot: number): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((entries[middle] ?? 0) >>> 2 < slot) from = middle + 1;
    else to = middle;
  }
  const entry = entries[from] ?? 0;
  return from < length && entry >>> 2 === slot ? entry & 3 : -1;
}

/** Several postings as one, with the most telling part of them all. */
function together(postings: readonly Posting[], slots: number): Posting {
  const best = new Uint8Array(slots);
  let count = 0;
  for (const { entries, length } of postings)
    for (let at = 0; at < length; at++) {
      const entry = entries[at] ?? 0;
      const telling = PARTS - (entry & 3);
      const before = best[entry >>> 2] ?? 0;
      if (before === 0) count++;
      if (telling > before) best[entry >>> 2] = telling;
    }
  const entries = new Uint32Array(count);
  let next = 0;
  for (let slot = 0; slot < slots; slot++) {
    const telling = best[slot] ?? 0;
    if (telling > 0) entries[next++] = slot * PARTS + PARTS - telling;
  }
  return { entries, length: count };
}
