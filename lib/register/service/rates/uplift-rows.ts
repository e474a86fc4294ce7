import type { Places } from "@/lib/reference/places";
import { listFault, readPlaceList } from "../place-list";
import type { Uplift } from "./uplift";

type Read = { uplifts: Uplift[] } | { field: string; message: string };

/**
 * The places of uplifts as they were typed, read. Otherwise the first fault, with its field: a place that is not known,
 * that the service (`reached`: its own places) does not reach, or that is there twice.
 */
export function readUplifts(
  typed: readonly { place: string; percent: number }[],
  reached: readonly string[],
  places: Places,
): Read {
  const uplifts: Uplift[] = [];
  for (const [at, { place, percent }] of typed.entries()) {
    const fault = (message: string) => ({ field: `uplifts.${at}.place`, message });
    if (reached.length === 0) return fault("Say first where the service runs");
    const list = readPlaceList(place, places);
    const unread = listFault(list, places);
    if (unread) return fault(unread);
    const [placeCode, another] = list.codes;
    if (!placeCode || another) return fault("Enter one place on each row");
    const near = new Set(places.around(placeCode));
    if (!reached.some((code) => near.has(code))) return fault(`The service does not run in ${places.label(placeCode)}`);
    if (uplifts.some((uplift) => uplift.placeCode === placeCode)) return fault("This place is there already");
    uplifts.push({ placeCode, upliftBp: percent });
  }
  return { uplifts };
}
