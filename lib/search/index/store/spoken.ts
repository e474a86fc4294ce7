import type { Vocabulary } from "../../ask";
import { type Column, wholes } from "./column";

/** The words that services are written in: which of them each slot says, and how many services that live say each. */
export class Spoken {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  /** How many services that live say each word, by its number. */
  private readonly living: Column<Uint32Array> = wholes();
  /** Where the words of each slot begin in `said`; they end where those of the next slot begin. */
  private readonly starts: Column<Uint32Array>;
  private readonly said: Column<Uint32Array> = wholes();
  private end = 0;
  /** What `counts` gave last, and the words whose counts changed since. */
  private readonly given = new Map<string, number>();
  private readonly changed = new Set<number>();
  private asked = false;

  constructor(room = 0) {
    this.starts = wholes(room + 1);
  }

  /** Takes in the words of the next slot. */
  put(slot: number, spoken: readonly string[]): void {
    this.starts.put(slot, this.end);
    for (const word of spoken) {
      const number = this.numbers.get(word) ?? this.learn(word);
      this.said.put(this.end++, number);
      this.change(number, 1);
    }
    this.starts.put(slot + 1, this.end);
  }

  /** Whether a slot says just these words. */
  has(slot: number, spoken: readonly string[]): boolean {
    const [from, to] = this.rangeOf(slot);
    return (
      to - from === spoken.length && spoken.every((word, at) => this.words[this.said.values[from + at] ?? -1] === word)
    );
  }

  /** A service died: its words are counted no more. */
  drop(slot: number): void {
    const [from, to] = this.rangeOf(slot);
    for (let at = from; at < to; at++) this.change(this.said.values[at] ?? 0, -1);
  }

  /** The words that services say now, and no others, with how many say each: always the same map. */
  counts(): Vocabulary {
    if (!this.asked) for (let number = 0; number < this.words.length; number++) this.changed.add(number);
    this.asked = true;
    for (const number of this.changed) {
      const word = this.words[number] ?? "";
      const count = this.living.values[number] ?? 0;
      if (count > 0) this.given.set(word, count);
      else this.given.delete(word);
    }
    this.changed.clear();
    return this.given;
  }

  private learn(word: string): number {
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  private change(number: number, by: number): void {
    this.living.reserve(number + 1);
    this.living.values[number] = (this.living.values[number] ?? 0) + by;
    if (this.asked) this.changed.add(number);
  }

  private rangeOf(slot: number): [from: number, to: number] {
    return [this.starts.values[slot] ?? 0, this.starts.values[slot + 1] ?? 0];
  }
}
