import type { Vocabulary } from "../../ask";
import { type Column, wholes } from "./column";

/** The words that services are written in: which of them each slot says, and how many services that live say each. */
export class Spoken {
  /** Words that a service says now, and no others. */
  readonly counts: Vocabulary;
  private readonly living = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  /** Where the words of each slot begin in `said`; they end where those of the next slot begin. */
  private readonly starts: Column<Uint32Array>;
  private readonly said: Column<Uint32Array> = wholes();
  private end = 0;

  constructor(room = 0) {
    this.counts = this.living;
    this.starts = wholes(room + 1);
  }

  /** Takes in the words of the next slot. */
  put(slot: number, spoken: readonly string[]): void {
    this.starts.put(slot, this.end);
    for (const word of spoken) {
      this.said.put(this.end++, this.numberOf(word));
      this.living.set(word, (this.living.get(word) ?? 0) + 1);
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
    for (let at = from; at < to; at++) {
      const word = this.words[this.said.values[at] ?? 0] ?? "";
      const left = (this.living.get(word) ?? 1) - 1;
      if (left > 0) this.living.set(word, left);
      else this.living.delete(word);
    }
  }

  private rangeOf(slot: number): [from: number, to: number] {
    return [this.starts.values[slot] ?? 0, this.starts.values[slot + 1] ?? 0];
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}
