import type { Places } from "@/lib/reference/places";
import { type Bits, include, wordsFor } from "./store/bits";
import { type Column, wholes } from "./store/column";
import type { Shelf } from "./store/shelf";

/** The slots that a search in a place finds. */
export type Reach = (place: string) => Bits;

/**
 * For each place that was ever asked for or counted, the slots of the services that reach it: that name it, or a place around
 * it. They are put together once, and then only for the slots that were added since: where a slot reaches never changes.
 */
export function openReach({ values }: Shelf): (places: Places, slots: number) => Reach {
  let map: Places | null = null;
  const known = new Map<string, { around: readonly string[]; bits: Column<Uint32Array>; slots: number }>();
  return (places, slots) => {
    if (map !== places) known.clear();
    map = places;
    return (place) => {
      const reach = known.get(place) ?? { around: places.around(place), bits: wholes(wordsFor(slots)), slots: 0 };
      known.set(place, reach);
      if (reach.slots < slots) {
        reach.bits.reserve(wordsFor(slots));
        const from = reach.slots >>> 5;
        const added = reach.bits.values.subarray(from);
        for (const code of reach.around) include(added, values.bitsOf("place", code).subarray(from));
        reach.slots = slots;
      }
      return reach.bits.values;
    };
  };
}
