import type { Place, Places } from "@/lib/reference/places";
import { postcodeWords, readPostcode } from "@/lib/reference/postcode/rules";

export type PlaceList = {
  codes: string[];
  /** Lines that are no place that we know, with the nearest names. */
  unknown: { typed: string; near: Place[] }[];
  /** Lines that name more than one place. */
  unclear: { typed: string; could: Place[] }[];
  /** What each line that was read stands for. */
  read: { typed: string; code: string }[];
};

/** The council areas of the postcodes in a list, by postcode without its space; null when none have been loaded. */
export type Areas = ReadonlyMap<string, readonly string[]> | null;

/** Names nearest to this many unknown lines are looked for: nobody reads more, and each look goes over every place. */
const MOST_GUESSES = 20;

/** Reads places that were typed or pasted, one on a line or divided by semicolons or commas. Nothing typed is dropped. */
export function readPlaceList(text: string, places: Places, areas: Areas = null): PlaceList {
  const index = indexOf(places);
  const named = (typed: string) => index.get(plain(typed)) ?? ofPostcode(typed, places, areas);
  const list: PlaceList = { codes: [], unknown: [], unclear: [], read: [] };
  const guess = (typed: string) => (list.unknown.length < MOST_GUESSES ? places.match(typed, { limit: 3 }) : []);
  for (const typed of new Set(text.split(/[\n;]/).flatMap((line) => entries(line, named)))) {
    const found = nearest(named(typed));
    const [only] = found;
    if (found.length === 0) list.unknown.push({ typed, near: guess(typed) });
    else if (found.length === 1 && only) {
      list.codes.push(only.code);
      list.read.push({ typed, code: only.code });
    } else list.unclear.push({ typed, could: found });
  }
  return { ...list, codes: [...new Set(list.codes)] };
}

/** The fewest places that say the same: a place inside another that was chosen goes. The order is that of the places. */
export function foldPlaces(codes: readonly string[], places: Places): string[] {
  const chosen = new Set(codes);
  return places.all
    .map(({ code }) => code)
    .filter((code) => chosen.has(code) && !places.ancestors(code).some((outer) => chosen.has(outer.code)));
}

/** What to say of each line that could not be read; empty when all could. */
export function listFaults({ unknown, unclear }: PlaceList, places: Places, areas: Areas = null): string[] {
  const lost = unknown.map(({ typed, near }) => {
    const postcode = readPostcode(typed);
    if (postcode && near.length === 0)
      return areas === null
        ? `No postcodes have been loaded here, so we cannot look up “${typed}”. Type the name of a place.`
        : `We do not know the postcode “${postcodeWords(postcode)}”. Type the name of a place.`;
    return near.length > 0
      ? `We do not know “${typed}”. Did you mean ${near.map(({ code }) => places.label(code)).join(", or ")}?`
      : `We do not know “${typed}”.`;
  });
  const open = unclear.map(
    ({ typed, could }) =>
      `“${typed}” is more than one place. Write ${could.map(({ code }) => places.label(code)).join(", or ")}.`,
  );
  return [...lost, ...open];
}

/** The same in one piece; null when all could be read. */
export const listFault = (list: PlaceList, places: Places, areas: Areas = null): string | null =>
  listFaults(list, places, areas).join(" ") || null;

function ofPostcode(typed: string, places: Places, areas: Areas): Place[] {
  const postcode = areas && readPostcode(typed);
  return (postcode && areas?.get(postcode.text)?.flatMap((code) => places.find(code) ?? [])) || [];
}

/** A council area and the delivery unit of the same name are one place to whoever types it: the council area is meant. */
function nearest(found: Place[]): Place[] {
  const councils = found.filter(({ kind }) => kind === "localAuthority");
  const rest = found.filter(({ kind }) => kind !== "localAuthority" && kind !== "pdu");
  return councils.length === 1 && rest.length === 0 ? councils : found;
}

/** "Kent, Surrey and Sussex" is one place, so a line is only cut at its commas when it is no place as it stands. */
function entries(line: string, named: (typed: string) => Place[]): string[] {
  const whole = line.trim();
  const parts = named(whole).length > 0 ? [whole] : line.split(",");
  return parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

const indexes = new WeakMap<Places, Map<string, Place[]>>();

/** The current places by each of their names, made once: a pasted list can have thousands of lines. */
function indexOf(places: Places): Map<string, Place[]> {
  const known = indexes.get(places);
  if (known) return known;
  const index = new Map<string, Place[]>();
  for (const place of places.all.filter(({ current }) => current))
    for (const name of new Set(names(place, places))) index.set(name, [...(index.get(name) ?? []), place]);
  indexes.set(places, index);
  return index;
}

const names = (place: Place, places: Places): string[] =>
  [place.name, place.council ?? "", place.gss ?? "", places.label(place.code)].map(plain).filter(Boolean);

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bsaint\b/g, "st")
    .trim();
