import { type PlaceKind, placeKinds, type ReferenceRow } from "./details";
import { matcher } from "./place-match";
import { placeKindWords } from "./words";

/** A place at one of four levels. Its code is unique over all of them: `region-…`, `police-…`, `la-…`, `pdu-…`. */
export type Place = {
  code: string;
  kind: PlaceKind;
  name: string;
  parentCode: string | null;
  /** False for a place that is no longer offered, kept so that old records still read well. */
  current: boolean;
  /** The statistics office's code, where there is one. */
  gss: string | null;
  /** The council's full name, where the place is a council area. */
  council: string | null;
};

/** Options of a `<select>`: one group for each region. */
export type PlaceGroup = { label: string; options: { value: string; label: string }[] };

export type Places = {
  /** Every place known, retired ones too, region by region. */
  all: readonly Place[];
  find(code: string): Place | undefined;
  /** "Kent (police area)"; the code itself for what is not a place. */
  label(code: string): string;
  /** The places that hold it, nearest first. */
  ancestors(code: string): Place[];
  /** The places inside it, at every level, itself left out. */
  descendants(code: string): Place[];
  /** From the region down to the place itself. */
  pathOf(code: string): Place[];
  /** Whether one place is the other or lies inside it. */
  contains(outer: string, inner: string): boolean;
  /**
   * The codes at which a service reaches this place: itself, what holds it, what is inside it, and the councils that a
   * delivery unit is known to serve or the units known to serve a council. Empty for what is not a place.
   */
  around(code: string): string[];
  /** Current places for what somebody has typed so far, best first: a name, a council or a statistics code. */
  match(text: string, options?: { limit?: number; kinds?: readonly PlaceKind[] }): Place[];
  /** Current places of these kinds, grouped by region and sorted by name. */
  options(kinds?: readonly PlaceKind[]): PlaceGroup[];
};

/** A row of a place, with what its detail said already read. */
export type PlaceRow = Pick<ReferenceRow, "code" | "name" | "parentCode"> & {
  kind: PlaceKind;
  current: boolean;
  gss: string | null;
  council: string | null;
  /** For a delivery unit: the councils that it is known to serve. */
  councils: readonly string[];
};

/** Builds the tree once; every question after that is a look-up. */
export function placesFrom(rows: readonly PlaceRow[]): Places {
  const byCode = new Map(rows.map(({ councils: _, ...place }) => [place.code, place] satisfies [string, Place]));
  const inside = new Map<string, Place[]>();
  for (const place of sorted(byCode.values())) {
    if (place.parentCode) inside.set(place.parentCode, [...(inside.get(place.parentCode) ?? []), place]);
  }
  const served = pairs(rows);
  const roots = sorted([...byCode.values()].filter(({ kind }) => kind === "region"));

  const find = (code: string) => byCode.get(code);
  const ancestors = (code: string): Place[] => {
    const parent = find(find(code)?.parentCode ?? "");
    return parent ? [parent, ...ancestors(parent.code)] : [];
  };
  const descendants = (code: string): Place[] =>
    (inside.get(code) ?? []).flatMap((child) => [child, ...descendants(child.code)]);
  const pathOf = (code: string) => [...ancestors(code).reverse(), ...list(find(code))];
  const all = roots.flatMap((region) => [region, ...descendants(region.code)]);
  const match = matcher(sorted(all.filter(({ current }) => current)));

  return {
    all,
    find,
    ancestors,
    descendants,
    pathOf,
    match,
    label: (code) => labelOf(find(code)) ?? code,
    contains: (outer, inner) => pathOf(inner).some((place) => place.code === outer),
    around: (code) => {
      if (!find(code)) return [];
      const near = [...ancestors(code), ...descendants(code)].map((place) => place.code);
      return [...new Set([code, ...near, ...(served.get(code) ?? [])])];
    },
    options: (kinds = placeKinds) =>
      roots
        .map((region) => ({
          label: region.name,
          options: sorted(
            [region, ...descendants(region.code)].filter(({ kind, current }) => current && kinds.includes(kind)),
          ).map((place) => ({ value: place.code, label: labelOf(place) ?? place.code })),
        }))
        .filter(({ options }) => options.length > 0),
  };
}

const labelOf = (place: Place | undefined) => place && `${place.name} (${placeKindWords[place.kind].one})`;
const list = <T>(item: T | undefined): T[] => (item === undefined ? [] : [item]);

const order = new Intl.Collator("en-GB");
const sorted = (places: Iterable<Place>): Place[] =>
  [...places].sort(
    (one, other) =>
      placeKinds.indexOf(one.kind) - placeKinds.indexOf(other.kind) ||
      order.compare(one.name, other.name) ||
      order.compare(one.code, other.code),
  );

/** Councils and the units that serve them, from either end. */
function pairs(rows: readonly PlaceRow[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  const add = (from: string, to: string) => known.set(from, [...(known.get(from) ?? []), to]);
  for (const { code, councils } of rows) {
    for (const council of councils) {
      add(code, council);
      add(council, code);
    }
  }
  return known;
}
