import { listed } from "@/lib/core/format";
import type { Method, ProviderSize, RateUnit, ServedSex, Setting } from "@/lib/core/prisma/enums";
import type { Places } from "@/lib/reference/places";
import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import { ageWords, languageName, methodWords, settingWords } from "@/lib/register/service/words";
import type { Criteria, Sort } from "./schema";
import { bandWords, priceWords, whyWords } from "./words";

/** The lowest price of a service for one unit. */
export type UnitPrice = { unit: RateUnit; pence: bigint };

/** What is known of a service that could be among the results: enough to say why it is. */
export type Candidate = {
  categoryCode: string;
  needCodes: string[];
  outcomeCodes: string[];
  cohortCodes: string[];
  placeCodes: string[];
  sex: ServedSex;
  minAge: number;
  maxAge: number | null;
  settings: Setting[];
  method: Method;
  languages: string[];
  openPlaces: number;
  waitDays: number;
  size: ProviderSize | null;
  typeCode: string | null;
  vcse: boolean;
  led: boolean;
  /** Null for whoever may not see prices. */
  prices: UnitPrice[] | null;
  /** The words that were found, and the most telling part that each was found in. */
  found: { word: string; where: keyof typeof whyWords.wordsIn }[];
};

/** Why a service is among the results, in the order that people ask: where, what, for whom, when, how much, who. */
export function why(row: Candidate, criteria: Criteria, lists: Reference): string[] {
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
    criteria.method !== null && whyWords.method(methodWords[row.method].label),
    criteria.language !== null && whyLanguage(row.languages, criteria.language),
    criteria.open && whyWords.open(row.openPlaces),
    criteria.wait !== null && whyWords.wait(row.waitDays),
    price !== undefined && whyPrice(price, criteria),
    criteria.size.length > 0 && row.size !== null && whyWords.size(sizeWords[row.size].label),
    criteria.type !== null && whyWords.type(organisationTypes.name(criteria.type)),
    criteria.vcse !== null && whyWords.vcse[criteria.vcse],
    criteria.led && whyWords.led,
  ];
  return said.flatMap((line) => line || []);
}

function whyWordsOf(found: Candidate["found"]): string[] {
  const parts: (keyof typeof whyWords.wordsIn)[] = ["title", "name", "summary", "description"];
  return parts.flatMap((part) => {
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
  const near = codes.filter((code) => places.around(asked).includes(code));
  const shown = listed(near.slice(0, 2).map(name)) + (near.length > 2 ? whyWords.morePlaces(near.length - 2) : "");
  return near.some((code) => places.contains(asked, code))
    ? whyWords.partPlace(shown, name(asked))
    : whyWords.servedPlace(shown, name(asked));
}

const whyLanguage = (languages: string[], asked: string) =>
  languages.includes(asked) ? whyWords.language(languageName(asked)) : whyWords.anyLanguage;

function whyPrice({ unit, pence }: UnitPrice, { from, to }: Criteria): string {
  const said = priceWords(pence, unit);
  return from === null && to === null ? said : `${said}, ${bandWords(from, to)}`;
}

/** The order that results stand in: the one asked for, else the one that the question suggests. */
export function orderOf({ sort, words, unit }: Criteria): Sort {
  if (sort) return sort;
  if (words !== "") return "relevance";
  return unit ? "price" : "title";
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
