import type { Place, Places } from "@/lib/reference/places";

/** What somebody meant by the place that they typed. `could` are the other places that they may have meant. */
export type PlaceRead = { code: string | null; could: Place[]; problem: "unknown" | "unclear" | "postcode" | null };

const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{2})?$/i;

/** Reads a place from its code, its name or the way we write it, such as "Kent (police area)". The widest of several goes first. */
export function readPlace(typed: string, places: Places): PlaceRead {
  const known = places.find(typed) ?? places.all.find((place) => sameText(places.label(place.code), typed));
  if (known) return found(known);
  const near = places.match(typed, { limit: 6 });
  const exact = near.filter((place) => sameText(place.name, typed) || sameText(place.council ?? "", typed));
  const [first, ...others] = exact.length > 0 ? exact : near;
  if (first && (exact.length > 0 || others.length === 0)) return found(first, others);
  if (first) return { code: null, could: [first, ...others], problem: "unclear" };
  return { code: null, could: [], problem: POSTCODE.test(typed) ? "postcode" : "unknown" };
}

const found = (place: Place, could: Place[] = []): PlaceRead => ({ code: place.code, could, problem: null });

const collator = new Intl.Collator("en-GB", { sensitivity: "base", ignorePunctuation: true });
const sameText = (one: string, other: string) => one !== "" && collator.compare(one, other) === 0;
