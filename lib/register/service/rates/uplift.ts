import { ofBp } from "@/lib/core/values/share";
import type { Places } from "@/lib/reference/places";

/** What is added to every price of a list in one place, in basis points. */
export type Uplift = { placeCode: string; upliftBp: number };

/**
 * What is added where somebody buys: the one said for that very place, else for the nearest place that holds it, else
 * null. An uplift for a place inside the one that is bought for does not count: the whole is bought, not that corner.
 */
export function upliftAt(uplifts: readonly Uplift[], placeCode: string, places: Places): Uplift | null {
  const nearestFirst = places
    .pathOf(placeCode)
    .map(({ code }) => code)
    .reverse();
  for (const code of nearestFirst) {
    const said = uplifts.find((uplift) => uplift.placeCode === code);
    if (said) return said;
  }
  return null;
}

/** A unit price in pence with what is added to it, half a penny up. */
export const uplifted = (pence: bigint, uplift: Uplift | null): bigint =>
  uplift ? pence + ofBp(pence, uplift.upliftBp) : pence;
