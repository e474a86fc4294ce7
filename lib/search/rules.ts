import type { RateUnit } from "@/lib/core/prisma/enums";
import { listed } from "@/lib/core/values/format";
import type { Places } from "@/lib/reference/places";
import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import { accessName, ageWords, languageName, methodWords, settingWords } from "@/lib/register/service/words";
import { type Card, type Hit, type WordPart, wordParts } from "./ask";
import type { Understood } from "./language/understand";
import type { Criteria } from "./schema";
import { bandWords, priceWords, whyWords } from "./words";

/** The lowest price of a service for one unit. */
export type UnitPrice = { unit: RateUnit; pence: bigint };

/** What is known of a service that could be among the results: enough to say why it is. */
export type Candidate = Omit<Card, "prices"> & {
  /** Null for whoever may not see prices. */
  prices: UnitPrice[] | null;
  /** The words that were found, and the most telling part that each was found in. */
  found: { word: string; where: WordPart }[];
};

/** The part of it that answers questions. */
export type Answering = Omit<
  Candidate,
  | "id"
  | "reference"
  | "title"
  | "summary"
  | "organisation"
  | "places"
  | "capacityAsOf"
  | "evidenceUntil"
  | "versionId"
  | "versionNumber"
>;

/** The lowest price for each unit that holds on a day. */
export function pricesOn({ prices }: Pick<Card, "prices">, day: string): UnitPrice[] {
  const held = prices.filter(({ from, to }) => from <= day && (to === null || to >= day));
  return held.map(({ unit, pence }) => ({ unit, pence: BigInt(pence) }));
}

/** The words as they were typed that were found, each with the most telling part that it stands in. */
export function foundWords({ words }: Pick<Understood, "words">, parts: Hit["parts"]): Candidate["found"] {
  return words.flatMap(({ word, lexemes }) => {
    const where = lexemes.map((lexeme) => parts[lexeme]);
    const [first] = where;
    return first && where.every((part) => part !== undefined) ? [{ word, where: first }] : [];
  });
}

/** Why a service is among the results, in the order that people ask: where, what, for whom, when, how much, who. */
export function why(row: Answering, criteria: Criteria, lists: Reference): string[] {
  const { categories, outcomes, cohorts, organisationTypes, places } = lists;
  const both = (asked: string[], has: string[], name: (code: string) => string) =>
    listed(asked.filter((code) => has.includes(code)).map(name));
  const price = row.prices?.find(({ unit }) => unit === criteria.unit);
  const said: (string | null | false)[] = [
    ...whyWordsOf(row.found),
    criteria.place && whyPlace(row.placeCodes, criteria.place, places),
    criteria.category.length > 0 && whyWords.category(categories.name(row.categoryCode)),
    criteria.need.length > 0 && whyWords.need(both(criteria.need, row.needCodes, categories.name)),
    criteria.outcome.length > 0 && whyWords.outcome(both(criteria.outcome, row.outcomeCodes, outcomes.name)),
    criteria.cohort.length > 0 && whyWords.cohort(both(criteria.cohort, row.cohortCodes, cohorts.name)),
    criteria.sex && (row.sex === "anyone" ? whyWords.anyone : whyWords.onlySex[row.sex]),
    criteria.age !== null && whyWords.age(ageWords(row)),
    criteria.setting.length > 0 &&
      whyWords.setting(
        listed(row.settings.filter((item) => criteria.setting.includes(item)).map((item) => settingWords[item].label)),
      ),
    criteria.method.length > 0 && whyWords.method(methodWords[row.method].label),
    criteria.language.length > 0 && whyLanguage(row.languages, criteria.language),
    criteria.access.length > 0 && whyWords.access(both(criteria.access, row.access, accessName)),
    criteria.open && whyWords.open(row.openPlaces),
    criteria.wait !== null && whyWords.wait(row.waitDays),
    price !== undefined && whyPrice(price, criteria),
    criteria.size.length > 0 && row.size !== null && whyWords.size(sizeWords[row.size].label),
    criteria.type.length > 0 && row.typeCode !== null && whyWords.type(organisationTypes.name(row.typeCode)),
    criteria.vcse !== null && whyWords.vcse[criteria.vcse],
    criteria.led && whyWords.led,
    criteria.consortium !== null && whyWords.consortium[criteria.consortium],
    criteria.evidence && whyWords.evidence,
  ];
  return said.flatMap((line) => line || []);
}

function whyWordsOf(found: Candidate["found"]): string[] {
  return wordParts.flatMap((part) => {
    const words = found.filter(({ where }) => where === part).map(({ word }) => word);
    return words.length > 0 ? [whyWords.words(words, whyWords.wordsIn[part])] : [];
  });
}

/** The nearest of a service's places: the very one, else one that covers it, else those that lie within it. */
function whyPlace(codes: string[], asked: string, places: Places): string {
  const name = (code: string) => places.find(code)?.name ?? code;
  if (codes.includes(asked)) return whyWords.samePlace(places.label(asked));
  const outer = places.ancestors(asked).find(({ code }) => codes.includes(code));
  if (outer) return whyWords.wholePlace(name(outer.code));
  const around = aroundOf(asked, places);
  const near = codes.filter((code) => around.has(code));
  const shown = listed(near.slice(0, 2).map(name)) + (near.length > 2 ? whyWords.morePlaces(near.length - 2) : "");
  return near.some((code) => places.contains(asked, code))
    ? whyWords.partPlace(shown, name(asked))
    : whyWords.servedPlace(shown, name(asked));
}

/** What goes with a place, worked out once for the places of a day: a page asks it for every result. */
function aroundOf(asked: string, places: Places): ReadonlySet<string> {
  const known = aroundKnown.get(places) ?? new Map<string, ReadonlySet<string>>();
  aroundKnown.set(places, known);
  const around = known.get(asked) ?? new Set(places.around(asked));
  known.set(asked, around);
  return around;
}

const aroundKnown = new WeakMap<Places, Map<string, ReadonlySet<string>>>();

function whyLanguage(languages: string[], asked: string[]): string {
  const spoken = asked.filter((language) => languages.includes(language));
  return spoken.length > 0 ? whyWords.language(listed(spoken.map(languageName))) : whyWords.anyLanguage;
}

function whyPrice({ unit, pence }: UnitPrice, { from, to }: Criteria): string {
  const said = priceWords(pence, unit);
  return from === null && to === null ? said : `${said}, ${bandWords(from, to)}`;
}

const OPERATORS = new Set(["or", "and"]);

/** The words that somebody wants to find, each once: no quotes, nothing they ruled out with a minus, at most ten. */
export function wantedWords(words: string): string[] {
  const typed = words.replace(/-"[^"]*"?/g, " ").split(/\s+/);
  const wanted = typed
    .filter((word) => !word.startsWith("-"))
    .map((word) => word.replace(/["“”]/g, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !OPERATORS.has(word.toLowerCase()));
  return [...new Set(wanted)].slice(0, 10);
}

/** How a service's places lie to the place that was asked: the very one, one that holds it, some within it, or nearby. */
export type PlaceMark = "same" | "wider" | "part" | "near";

/** The nearest of them decides, as it does for the reason that `why` gives. */
export function placeMark(codes: readonly string[], asked: string, places: Places): PlaceMark {
  if (codes.includes(asked)) return "same";
  if (places.ancestors(asked).some(({ code }) => codes.includes(code))) return "wider";
  return codes.some((code) => places.contains(asked, code)) ? "part" : "near";
}
