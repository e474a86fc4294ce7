import type { Places } from "@/lib/reference/places";
import { type Uplift, upliftAt, uplifted } from "./uplift";
import { upliftWords } from "./words";

/** The unit price in one place for any price of a list, and its arithmetic in words when something is added there. */
export function workingsAt(uplifts: readonly Uplift[], placeCode: string, places: Places) {
  const uplift = upliftAt(uplifts, placeCode, places);
  const place = uplift && places.label(uplift.placeCode);
  return (pence: bigint): { unitPence: bigint; working: string | null } => {
    const unitPence = uplifted(pence, uplift);
    return {
      unitPence,
      working: uplift && place ? upliftWords(pence, { place, upliftBp: uplift.upliftBp, unitPence }) : null,
    };
  };
}
