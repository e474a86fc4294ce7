import type { Ask } from "../ask";
import { turningOf, turnOf } from "../order";
import { type LookUp, relevance } from "./said";
import type { Bits } from "./store/bits";
import { type Shelf, startOf } from "./store/shelf";

/** The slots of a page, in order, with what each sorts by; and how many results stand before the cursor. */
export type Cut = { page: { slot: number; key: string; turn: number }[]; preceding: number };

/**
 * Cuts a page out of the results, in one pass and without putting the others in order: a heap keeps the best so far, the
 * last of them on top, and nearly every slot is turned away after one look at a number.
 */
export function cut(shelf: Shelf, ask: Ask, found: Bits, lookUp: LookUp): Cut {
  const { cursor, take } = ask;
  const { ids, titles, lot } = shelf;
  const keys = keysOf(shelf, ask, lookUp);
  const byTitle = ask.order === "title";
  const turning = turningOf(ask.orderDay);
  const turn = (slot: number) => turnOf(lot.values[slot] ?? 0, turning);
  const keyAt = (slot: number) => (keys ? (keys[slot] ?? 0) : 0);

  const compare = (one: number, other: number): number =>
    keyAt(one) - keyAt(other) ||
    (byTitle ? titles.bytes(one).compare(titles.bytes(other)) : 0) ||
    turn(one) - turn(other) ||
    ids.compare(one, other);

  const title = Buffer.from(byTitle ? (cursor?.key ?? "") : "");
  const edge = cursor && (byTitle ? startOf(title) : Number(cursor.key));
  const fromEdge = (slot: number): number =>
    keyAt(slot) - (edge ?? 0) ||
    (byTitle ? titles.bytes(slot).compare(title) : 0) ||
    turn(slot) - (cursor?.turn ?? 0) ||
    ids.compareTo(slot, cursor?.id ?? "");

  // Towards "before", the best are those that stand last.
  const way = cursor?.towards === "before" ? -1 : 1;
  const heap = new Heap(take, (one, other) => way * compare(one, other));
  let preceding = 0;
  for (let at = 0; at < found.length; at++) {
    let word = found[at] ?? 0;
    while (word !== 0) {
      const slot = (at << 5) + 31 - Math.clz32(word & -word);
      word &= word - 1;
      if (cursor) {
        const side = fromEdge(slot);
        if (way > 0 ? side <= 0 : side < 0) preceding++;
        if (side * way <= 0) continue;
      }
      if (heap.full) {
        const behind = way * (keyAt(slot) - keyAt(heap.top));
        if (behind > 0 || (behind === 0 && !byTitle && way * (turn(slot) - turn(heap.top)) > 0)) continue;
      }
      heap.offer(slot);
    }
  }
  return {
    page: heap
      .slots()
      .sort(compare)
      .map((slot) => ({
        slot,
        key: byTitle ? titles.bytes(slot).toString() : String(keyAt(slot)),
        turn: turn(slot),
      })),
    preceding,
  };
}

/** What each slot sorts by, smallest first; null where all are alike. */
function keysOf(
  shelf: Shelf,
  { order, criteria: { unit }, day, understood }: Ask,
  lookUp: LookUp,
): Float64Array | null {
  switch (order) {
    case "relevance":
      return understood && relevance(understood.terms, shelf.slots, lookUp);
    case "price":
      return shelf.dated.lowest(unit ?? unpriced(), day);
    case "wait":
      return shelf.wait.values;
    case "title":
      return shelf.titleStarts.values;
    case "daily":
      return null;
  }
}

/** Keeps the first so many of what it is offered. The last of those that it keeps is on top. */
class Heap {
  private readonly kept: Int32Array;
  private count = 0;

  constructor(
    private readonly most: number,
    private readonly compare: (one: number, other: number) => number,
  ) {
    this.kept = new Int32Array(most);
  }

  get full(): boolean {
    return this.count === this.most;
  }

  get top(): number {
    return this.kept[0] ?? 0;
  }

  offer(slot: number): void {
    const { kept } = this;
    if (this.count < this.most) {
      let at = this.count++;
      for (let over = (at - 1) >> 1; at > 0 && this.compare(kept[over] ?? 0, slot) < 0; over = (at - 1) >> 1) {
        kept[at] = kept[over] ?? 0;
        at = over;
      }
      kept[at] = slot;
    } else if (this.most > 0 && this.compare(slot, this.top) < 0) this.sink(slot);
  }

  slots(): number[] {
    return [...this.kept.subarray(0, this.count)];
  }

  /** Puts a slot where the top was, and lets it down to where it belongs. */
  private sink(slot: number): void {
    const { kept } = this;
    let at = 0;
    for (;;) {
      let under = at * 2 + 1;
      if (under >= this.count) break;
      if (under + 1 < this.count && this.compare(kept[under + 1] ?? 0, kept[under] ?? 0) > 0) under++;
      if (this.compare(kept[under] ?? 0, slot) <= 0) break;
      kept[at] = kept[under] ?? 0;
      at = under;
    }
    kept[at] = slot;
  }
}

function unpriced(): never {
  throw new Error("The order by price needs a unit");
}
