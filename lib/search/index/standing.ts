import type { Ask } from "../ask";
import type { Cursor } from "../cursor";
import { type Turning, turningOf, turnOf } from "../order";
import { type LookUp, relevance } from "./said";
import { type Shelf, startOf } from "./store/shelf";

/** How results stand: by a key, the smallest first, then by the turn of their lots, then by id. */
export type Standing = {
  /** What each slot sorts by, or, of text, what that begins with; null where all are alike. */
  keys: Float64Array | null;
  /** Whether services whose keys are the same number may differ in them all the same. */
  text: boolean;
  turn(slot: number): number;
  /** The key as SQL writes it. */
  write(slot: number): string;
  /** Below nought where one slot stands before another, above where it stands after. */
  compare(one: number, other: number): number;
  /** The same for a slot and a cursor, whose service may be gone. */
  compareTo(cursor: Cursor): (slot: number) => number;
};

/** How the results of a question stand. Throws for the order by price where no unit is asked. */
export function standingOf(shelf: Shelf, ask: Ask, lookUp: LookUp): Standing {
  const { ids, titles } = shelf;
  const keys = keysOf(shelf, ask, lookUp);
  const text = ask.order === "title";
  const turn = turnsOf(shelf.lot.values, turningOf(ask.orderDay));
  const keyAt = (slot: number) => keys?.[slot] ?? 0;
  return {
    keys,
    text,
    turn,
    write: (slot) => (text ? titles.bytes(slot).toString() : String(keyAt(slot))),
    compare: (one, other) =>
      keyAt(one) - keyAt(other) ||
      (text ? titles.bytes(one).compare(titles.bytes(other)) : 0) ||
      turn(one) - turn(other) ||
      ids.compare(one, other),
    compareTo: (cursor) => {
      const title = Buffer.from(cursor.key);
      const key = text ? startOf(title) : Number(cursor.key);
      return (slot) =>
        keyAt(slot) - key ||
        (text ? titles.bytes(slot).compare(title) : 0) ||
        turn(slot) - cursor.turn ||
        ids.compareTo(slot, cursor.id);
    },
  };
}

/** `turnOf` is taken out of its module once, because it is called for every result. */
function turnsOf(lots: Int32Array, turning: Turning, turned = turnOf): (slot: number) => number {
  return (slot) => turned(lots[slot] ?? 0, turning);
}

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

function unpriced(): never {
  throw new Error("The order by price needs a unit");
}
