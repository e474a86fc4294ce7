import { type Facet, type FacetCounts, type Heat, noCounts } from "../ask";
import type { Matches } from "./matching";
import type { Reaching } from "./reaching";
import { type Bits, countOf, slotsIn } from "./store/bits";
import type { Column } from "./store/column";
import type { Value } from "./store/sets";
import type { Shelf } from "./store/shelf";

/** Results that are to be counted: their slots, or, where that is shorter, the slots of all the others that live. */
type Found = { slots: Uint32Array; others: boolean };

/** What `Sets` has, and a day's columns too. */
type Family = {
  column: Column<Uint32Array>;
  living: Column<Uint32Array>;
  lists: readonly (readonly number[])[];
  values: readonly Value[];
};

/** How many results each choice of each facet would give, each facet with every filter but its own. */
export function countFacets(
  shelf: Shelf,
  facets: readonly Facet[],
  day: string,
  { all, without }: Matches,
  reaching: Reaching,
): FacetCounts {
  const counts = noCounts();
  const alone = facets.filter((facet) => without.has(facet));
  const others = facets.filter((facet) => !without.has(facet));
  const bases: [Bits, readonly Facet[]][] = [
    [all, others],
    ...alone.map((facet): [Bits, Facet[]] => [without.get(facet) ?? all, [facet]]),
  ];
  for (const [bits, wanted] of bases) {
    if (wanted.length === 0) continue;
    const found = foundIn(shelf, bits);
    if (wanted.includes("place")) counts.place = countPlaces(shelf, found, reaching);
    const families = new Set(wanted.flatMap((facet) => (facet === "place" ? [] : [familyOf(shelf, facet, day)])));
    for (const family of families) countFamily(family, found, wanted, counts);
  }
  return counts;
}

/** How many results there are in each place, by category. */
export function countHeat(shelf: Shelf, bits: Bits, reaching: Reaching): Heat {
  const rows: Uint32Array[] = [];
  eachSet(shelf.spot, foundIn(shelf, bits), (spot, count) => {
    const [category = 0] = shelf.spot.lists[spot] ?? [];
    const row = rows[category] ?? new Uint32Array(reaching.counted.length);
    rows[category] = row;
    for (const place of reaching.from(spot)) row[place] = (row[place] ?? 0) + count;
  });
  const heat: Heat = {};
  rows.forEach((row, category) => {
    const code = shelf.spot.values[category]?.code;
    const here = countsOf(row, reaching.counted);
    if (code !== undefined && Object.keys(here).length > 0) heat[code] = here;
  });
  return heat;
}

function familyOf(shelf: Shelf, facet: Exclude<Facet, "place">, day: string): Family {
  switch (facet) {
    case "category":
      return shelf.spot;
    case "need":
      return shelf.need;
    case "outcome":
      return shelf.outcome;
    case "cohort":
      return shelf.cohort;
    case "setting":
      return shelf.setting;
    case "language":
      return shelf.language;
    case "access":
      return shelf.access;
    case "unit":
    case "evidence":
      return shelf.today(day);
    default:
      return shelf.kind;
  }
}

function countFamily(family: Family, found: Found, wanted: readonly Facet[], counts: FacetCounts): void {
  const totals = new Uint32Array(family.values.length);
  eachSet(family, found, (set, count) => {
    const list = family.lists[set] ?? [];
    for (let at = 0; at < list.length; at++) {
      const value = list[at] ?? 0;
      totals[value] = (totals[value] ?? 0) + count;
    }
  });
  family.values.forEach(({ facet, code }, value) => {
    const count = totals[value] ?? 0;
    if (count > 0 && facet !== "place" && wanted.includes(facet)) counts[facet][code] = count;
  });
}

function countPlaces(shelf: Shelf, found: Found, reaching: Reaching): Record<string, number> {
  const totals = new Uint32Array(reaching.counted.length);
  eachSet(shelf.spot, found, (spot, count) => {
    const reached = reaching.from(spot);
    for (let at = 0; at < reached.length; at++) {
      const place = reached[at] ?? 0;
      totals[place] = (totals[place] ?? 0) + count;
    }
  });
  return countsOf(totals, reaching.counted);
}

const countsOf = (totals: Uint32Array, codes: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    codes.map((code, at): [string, number] => [code, totals[at] ?? 0]).filter(([, count]) => count > 0),
  );

function foundIn(shelf: Shelf, bits: Bits): Found {
  const count = countOf(bits);
  if (count * 2 <= shelf.size) return { slots: slotsIn(bits, count), others: false };
  const rest = bits.map((word, at) => (shelf.living[at] ?? 0) & ~word);
  return { slots: slotsIn(rest, shelf.size - count), others: true };
}

/** Nought between two counts: made once, and cleaned by whoever counts. */
let tally = new Uint32Array(1024);

/** Gives each set that a result has, and how many results have it. */
function eachSet(
  { column, living, lists }: Family,
  { slots, others }: Found,
  give: (set: number, count: number) => void,
): void {
  if (tally.length < lists.length) tally = new Uint32Array(lists.length * 2);
  const counts = tally;
  const sets = column.values;
  for (let at = 0; at < slots.length; at++) {
    const set = sets[slots[at] ?? 0] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
  if (others || slots.length > lists.length)
    for (let set = 0; set < lists.length; set++) {
      const counted = counts[set] ?? 0;
      counts[set] = 0;
      const count = others ? (living.values[set] ?? 0) - counted : counted;
      if (count > 0) give(set, count);
    }
  else
    for (let at = 0; at < slots.length; at++) {
      const set = sets[slots[at] ?? 0] ?? 0;
      const count = counts[set] ?? 0;
      counts[set] = 0;
      if (count > 0) give(set, count);
    }
}
