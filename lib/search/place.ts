import type { Place, Places } from "@/lib/reference/places";

/** What somebody meant by the place that they typed. `could` are the other places that they may have meant. */
export type PlaceRead = { code: string | null; could: Place[]; problem: "unknown" | "unclear" | "postcode" | null };

const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?(\s*\d[a-z]{2})?$/i;

/** Reads a place from its code, its name or the way we write it, such as "Kent (police area)". The widest of several goes first. */
export function readPlace(typed: string, places: Places): PlaceRead {
  const known = places.find(typed);
  if (known) return found([known]);
  const exact = namesOf(places).get(plain(typed)) ?? [];
  if (exact.length > 0) return found(exact);
  const near = places.match(typed, { limit: 6 });
  if (near.length === 1) return found(near);
  if (near.length > 1) return { code: null, could: near, problem: "unclear" };
  return { code: null, could: [], problem: POSTCODE.test(typed) ? "postcode" : "unknown" };
}

const found = ([first, ...could]: Place[]): PlaceRead => ({ code: first?.code ?? null, could, problem: null });

/** The places of each name, council and label, widest first. Made once for the places of a day. */
function namesOf(places: Places): Map<string, Place[]> {
  const made = kept.get(places);
  if (made) return made;
  const names = new Map<string, Place[]>();
  const current = places.all.filter((place) => place.current);
  for (const kind of ["region", "policeArea", "localAuthority", "pdu"] as const)
    for (const place of current.filter((one) => one.kind === kind))
      for (const name of new Set([place.name, place.council ?? "", places.label(place.code)].map(plain)))
        if (name !== "") names.set(name, [...(names.get(name) ?? []), place]);
  kept.set(places, names);
  return names;
}

const kept = new WeakMap<Places, Map<string, Place[]>>();

/** A name as people type it: no accents, capitals or points, and "&" is "and". */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
