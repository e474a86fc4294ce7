import { type Ask, type Facet, type FacetCounts, type Heat, noCounts } from "../ask";
import type { Matches } from "./matching";
import type { Reach } from "./reach";
import { type Bits, counter, narrow } from "./store/bits";
import type { Shelf } from "./store/shelf";

/** How many results each choice of each facet would give, each facet with every filter but its own. */
export function countFacets(shelf: Shelf, ask: Ask, { all, without }: Matches, reach: Reach): FacetCounts {
  const counts = noCounts();
  const countAll = counter(all);
  for (const facet of ask.facets) {
    const base = without.get(facet);
    counts[facet] = countEach(base ? counter(base) : countAll, choicesOf(shelf, facet, ask, reach));
  }
  return counts;
}

function countEach(
  count: (bits: Bits) => number,
  choices: readonly (readonly [string, Bits])[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [code, bits] of choices) {
    const found = count(bits);
    if (found > 0) counts[code] = found;
  }
  return counts;
}

/** How many results there are in each place, by category. */
export function countHeat(shelf: Shelf, { counted }: Ask, all: Bits, reach: Reach): Heat {
  const heat: Heat = {};
  for (const category of shelf.values.codesOf("category")) {
    const here = all.slice();
    narrow(here, shelf.values.bitsOf("category", category));
    const counts = countEach(
      counter(here),
      counted.map((place) => [place, reach(place)]),
    );
    if (Object.keys(counts).length > 0) heat[category] = counts;
  }
  return heat;
}

/** The choices of a facet, each with the slots that have it. */
function choicesOf(
  shelf: Shelf,
  facet: Facet,
  { day, counted }: Ask,
  reach: Reach,
): (readonly [code: string, bits: Bits])[] {
  switch (facet) {
    case "place":
      return counted.map((place) => [place, reach(place)]);
    case "unit":
    case "evidence":
      return shelf.dated.choices(facet, day);
    default:
      return [...shelf.values.codesOf(facet)].map((code) => [code, shelf.values.bitsOf(facet, code)]);
  }
}
