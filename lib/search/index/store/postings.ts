import { wordParts } from "../../ask";
import type { Term } from "../../language/tsquery";
import { addBit, type Bits, noBits } from "./bits";
import { type Column, wholes } from "./column";

/**
 * Which slots say a lexeme, ascending: each entry is the slot times four, plus the number of the most telling part that it
 * stands in (`wordParts`). Entries of the dead stay.
 */
export type Posting = { readonly entries: Uint32Array; readonly length: number };

type Growing = { column: Column<Uint32Array>; length: number };

const LINES = wordParts.length;

export class Postings {
  private readonly byLexeme = new Map<string, Growing>();
  /** All lexemes in order, but for those that came since they were last put in order. */
  private ordered: string[] = [];
  private fresh: string[] = [];
  /** How many lexemes each slot says. */
  private readonly said: Column<Uint32Array>;

  constructor(room = 0) {
    this.said = wholes(room);
  }

  /** Takes in the four lines of a slot's lexemes. Slots come in ascending order. */
  put(slot: number, lexemes: string): void {
    let said = 0;
    eachLexeme(lexemes, (lexeme, part) => {
      const posting = this.byLexeme.get(lexeme) ?? this.learn(lexeme);
      const last = posting.column.values[posting.length - 1] ?? 0;
      if (posting.length > 0 && last >>> 2 === slot) return;
      posting.column.put(posting.length++, slot * LINES + part);
      said++;
    });
    this.said.put(slot, said);
  }

  /** Whether a slot says just these lexemes, in just these parts. */
  says(slot: number, lexemes: string): boolean {
    const parts = new Map<string, number>();
    eachLexeme(lexemes, (lexeme, part) => parts.has(lexeme) || parts.set(lexeme, part));
    if (parts.size !== this.said.values[slot]) return false;
    return [...parts].every(([lexeme, part]) => partIn(this.find({ lexeme, prefix: false }), slot) === part);
  }

  /** What is known of a term: for a prefix, of all the lexemes that begin so, taken together. */
  find({ lexeme, prefix }: Term, slots = 0): Posting {
    if (!prefix) return postingOf(this.byLexeme.get(lexeme));
    const begun = this.beginning(lexeme).map((each) => postingOf(this.byLexeme.get(each)));
    const [only] = begun;
    return begun.length <= 1 ? (only ?? NONE) : together(begun, slots);
  }

  private learn(lexeme: string): Growing {
    const posting = { column: wholes(2), length: 0 };
    this.byLexeme.set(lexeme, posting);
    this.fresh.push(lexeme);
    return posting;
  }

  private beginning(prefix: string): string[] {
    if (this.fresh.length > 0) {
      this.ordered = this.ordered.concat(this.fresh.sort(inOrder)).sort(inOrder);
      this.fresh = [];
    }
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
const postingOf = (found: Growing | undefined): Posting =>
  found ? { entries: found.column.values, length: found.length } : NONE;
const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Gives each lexeme of four lines, with the number of its line. */
function eachLexeme(lexemes: string, give: (lexeme: string, part: number) => void): void {
  let part = 0;
  let from = 0;
  for (let at = 0; at <= lexemes.length; at++) {
    const code = at < lexemes.length ? lexemes.charCodeAt(at) : 10;
    if (code !== 32 && code !== 10) continue;
    if (at > from) give(lexemes.slice(from, at), part);
    from = at + 1;
    if (code === 10) part++;
  }
}

/** The slots of a posting. */
export function bitsOf({ entries, length }: Posting, slots: number): Bits {
  const bits = noBits(slots);
  for (let at = 0; at < length; at++) addBit(bits, (entries[at] ?? 0) >>> 2);
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
  let length = 0;
  for (const posting of postings)
    for (let at = 0; at < posting.length; at++) {
      const entry = posting.entries[at] ?? 0;
      const telling = LINES - (entry & 3);
      const before = best[entry >>> 2] ?? 0;
      if (before === 0) length++;
      if (telling > before) best[entry >>> 2] = telling;
    }
  const entries = new Uint32Array(length);
  let next = 0;
  for (let slot = 0; slot < slots; slot++) {
    const telling = best[slot] ?? 0;
    if (telling > 0) entries[next++] = slot * LINES + LINES - telling;
  }
  return { entries, length };
}
