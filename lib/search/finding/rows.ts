import type { Places } from "@/lib/reference/places";
import { sizeWords } from "@/lib/register/profile/words";
import { waitWords } from "@/lib/register/service/words";
import { type Candidate, placeMark } from "../rules";
import type { Criteria } from "../schema";
import { priceWords } from "../words";
import { findWords, placeMarkWords } from "./words";

/** A result as a list shows it: lines of words, small and plain, because it travels to the browser as it is. */
export type Row = {
  reference: string;
  title: string;
  /** "3 places open"; empty when there is none. */
  open: string;
  /** "Regional", "Part of the area"; empty when it works in the very place that was asked, or none was. */
  mark: string;
  under: string;
  facts: string;
  why: string;
};

/** A result in the words of its row. */
export function rowOf(result: Candidate & { why: string[] }, criteria: Criteria, places: Places): Row {
  const { reference, title, organisation, openPlaces, why } = result;
  return {
    reference,
    title,
    open: openPlaces > 0 ? findWords.open(openPlaces) : "",
    mark: criteria.place ? placeMarkWords[placeMark(result.placeCodes, criteria.place, places)] : "",
    under: `${organisation.name}, ${whereOf(result, places)}`,
    facts: factsOf(result, criteria).join(" · "),
    why: why.length > 0 ? findWords.because + why.join(" · ") : "",
  };
}

function factsOf({ places, openPlaces, waitDays, prices, size }: Candidate, { unit }: Criteria): string[] {
  const shown = (prices ?? []).filter((price) => unit === null || price.unit === unit).slice(0, 3);
  return [
    ...shown.map((price) => findWords.from(priceWords(price.pence, price.unit))),
    ...(openPlaces > 0 ? [] : [findWords.noneOpen(places)]),
    waitDays === 0 ? findWords.noWait : findWords.toWait(waitWords(waitDays)),
    ...(size ? [findWords.organisation(sizeWords[size].label)] : []),
  ];
}

/** The first places by name, and how many more. */
function whereOf({ placeCodes }: Candidate, places: Places): string {
  const first = placeCodes.slice(0, 2).map((code) => places.find(code)?.name ?? code);
  const more = placeCodes.length - first.length;
  return first.join(", ") + (more > 0 ? findWords.morePlaces(more) : "");
}
