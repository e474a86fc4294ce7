import type { Ask } from "../ask";
import type { Cursor } from "../cursor";
import type { Standing } from "./standing";
import { type Bits, slotsIn } from "./store/bits";
import { Heap } from "./store/heap";

/** The slots of a page, in order; and how many results stand before the cursor. */
export type Cut = { page: number[]; preceding: number };

/** Cuts a page out of so many results, without putting the others in order. */
export function cut(standing: Standing, { cursor, take }: Ask, found: Bits, total: number): Cut {
  if (!cursor) return { page: first(standing, slotsIn(found, total), take, 1), preceding: 0 };
  const beyond = slotsBeyond(standing, cursor, slotsIn(found, total));
  const back = cursor.towards === "before";
  // Towards "before", the nearest are those that stand last.
  return {
    page: first(standing, beyond, take, back ? -1 : 1),
    preceding: back ? beyond.length : total - beyond.length,
  };
}

/** The slots that stand on the cursor's side. */
function slotsBeyond({ compareTo }: Standing, cursor: Cursor, slots: Uint32Array): Uint32Array {
  const compare = compareTo(cursor);
  const way = cursor.towards === "before" ? -1 : 1;
  return slots.filter((slot) => compare(slot) * way > 0);
}

/**
 * The first so many slots, in order; of a way of -1 the last so many. A heap keeps the best so far with the last of them on
 * top, and nearly every slot is turned away after a look at one or two numbers.
 */
function first(standing: Standing, slots: Uint32Array, take: number, way: 1 | -1): number[] {
  const { keys, text, turn: turnAt, compare } = standing;
  const heap = new Heap(take, (one, other) => way * compare(one, other));
  let at = 0;
  while (at < slots.length && !heap.full) heap.offer(slots[at++] ?? 0);
  let key = keys?.[heap.top] ?? 0;
  let turn = turnAt(heap.top);
  for (; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    if (keys !== null) {
      const behind = ((keys[slot] ?? 0) - key) * way;
      if (behind > 0) continue;
      if (behind === 0 && !text && (turnAt(slot) - turn) * way > 0) continue;
    } else if ((turnAt(slot) - turn) * way > 0) continue;
    heap.offer(slot);
    key = keys?.[heap.top] ?? 0;
    turn = turnAt(heap.top);
  }
  return heap.slots().sort(compare);
}
