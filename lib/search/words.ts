import { pounds } from "@/lib/core/values/format";
import { complexityWords, languageWords, unitWords, volumeWords, waitWords } from "@/lib/register/service/words";
import type { Criteria, Sort } from "./schema";

/** What each criterion is called. */
export const criterionWords: Record<keyof Criteria, string> = {
  words: "Words",
  exact: "Spelling",
  place: "Place",
  category: "Category",
  need: "Need",
  outcome: "Outcome",
  cohort: "Made for",
  sex: "Who for",
  age: "Age",
  setting: "Setting",
  method: "Method",
  language: "Language",
  access: "Access",
  unit: "Charged by",
  from: "Price from",
  to: "Price up to",
  open: "Space now",
  wait: "Longest wait",
  size: "Size of organisation",
  type: "Kind of organisation",
  vcse: "Voluntary sector",
  led: "Lived experience",
  consortium: "Consortium",
  evidence: "Evidence",
  sort: "Order",
};

/** The orders that results can stand in. Each is neutral: services that are alike in it stand in the day's own order. */
export const sortWords: Record<Sort, { label: string; said: string }> = {
  relevance: { label: "Closest match to your words", said: "closest match to your words first" },
  price: { label: "Lowest price for the unit", said: "lowest price for the unit first" },
  wait: { label: "Shortest wait", said: "shortest wait first" },
  title: { label: "Name, A to Z", said: "by name, A to Z" },
  daily: { label: "Today's own order", said: "today's own order, drawn by lot each day and the same for everyone" },
};

export const sexCriterionWords = { women: "Women", men: "Men" } as const;
export const vcseCriterionWords = {
  yes: "Voluntary, community or social enterprise",
  no: "Other organisations",
} as const;
export const openWords = { yes: "Space now", no: "No space now" } as const;
export const ledWords = "Led by people with lived experience";
export const consortiumWords = { yes: "Offered by a consortium", no: "Offered by one organisation" } as const;
export const evidenceWords = { yes: "All evidence in date", no: "Some evidence has run out" } as const;

/** What a service says that can be given in any language. */
export const everyLanguage = "any" satisfies keyof typeof languageWords;
export const languageCodes: readonly string[] = Object.keys(languageWords);

/** What is said when part of an address could not be used. */
export const problemWords = {
  unused: (what: string, why: string) => `${what} was left out. ${why}.`,
  unknownChoice: (what: string) => `${what}: one of the choices in the address is not known, and was left out.`,
  manyWords: (most: number) => `We searched for the first ${most} characters of your words.`,
  commonWords: "Your words are too common to search by, so they were left out.",
  priceNeedsUnit: "Prices were left out. Choose what is charged for, such as an hour, to compare prices.",
  bandTurned: "The lowest price was above the highest, so we turned them round.",
  priceOrderNeedsUnit: "Choose what is charged for to see the lowest price first.",
  pricesHidden: "Prices are for buyers, so they were left out.",
  placeTaken: (label: string) => `We searched in ${label}. You may have meant one of these.`,
  place: {
    unknown: (typed: string) => `We do not know “${typed}”. Type a council, police area, delivery unit or region.`,
    unclear: (typed: string) => `“${typed}” could be one of these places.`,
    postcode: () =>
      "No postcodes have been loaded here, so we cannot look them up. Type a council, police area, delivery unit or region.",
  },
  unknownPostcode: (said: string) =>
    `We do not know the postcode ${said}. It may be new. Type a council, police area, delivery unit or region.`,
  postcodeIn: (said: string, areas: string[]) => `${said} is in ${areas.join(", in ")}. We searched in the first.`,
  postcodeTouches: (said: string, label: string) =>
    `${said} touches more than one council. We searched in ${label}, which has most of it.`,
} as const;

/** Why a service is among the results, in sentences that name what was asked. */
export const whyWords = {
  wordsIn: {
    title: "the title",
    name: "the name of the organisation",
    summary: "the summary",
    description: "the description",
  },
  words: (words: string[], where: string) => `Matches ${words.map((word) => `“${word}”`).join(", ")} in ${where}`,
  samePlace: (place: string) => `Works in ${place}`,
  wholePlace: (outer: string) => `Covers the whole of ${outer}`,
  partPlace: (inner: string, asked: string) => `Works in ${inner}, part of ${asked}`,
  servedPlace: (near: string, asked: string) => `Works in ${near}, which goes with ${asked}`,
  morePlaces: (more: number) => ` and ${more} more`,
  category: (name: string) => `Category: ${name}`,
  need: (names: string) => `Helps with: ${names}`,
  outcome: (names: string) => `Works towards: ${names}`,
  cohort: (names: string) => `Made for: ${names}`,
  anyone: "Takes anyone, of any sex",
  onlySex: { women: "For women only", men: "For men only" },
  age: (ages: string) => `Takes people aged ${ages}`,
  setting: (names: string) => `Setting: ${names}`,
  method: (name: string) => `Method: ${name}`,
  language: (names: string) => `Given in ${names}`,
  anyLanguage: "Given in any language, with an interpreter",
  open: (places: number) => `${places} ${places === 1 ? "place" : "places"} open now`,
  wait: (days: number) => `Waiting time: ${waitWords(days).toLowerCase()}`,
  size: (name: string) => `${name} organisation`,
  type: (name: string) => `Kind of organisation: ${name}`,
  vcse: vcseCriterionWords,
  led: ledWords,
  access: (names: string) => `Access: ${names}`,
  consortium: consortiumWords,
  evidence: evidenceWords.yes,
} as const;

/** A price as it is said: "£38.75 an hour". */
export const priceWords = (pence: bigint, unit: keyof typeof unitWords) => `${pounds(pence)} ${unitWords[unit].per}`;

type PriceLine = Parameters<typeof volumeWords>[0] & {
  pence: bigint;
  unit: keyof typeof unitWords;
  what: string;
  complexity: keyof typeof complexityWords;
};

/** One price of a rate card in a line, with the level and the volume that it holds for, where it does not hold for all. */
export function lineWords({ pence, unit, what, complexity, ...volumes }: PriceLine): string {
  const level = complexity === "any" ? [] : [`${complexityWords[complexity].toLowerCase()} complexity`];
  const many =
    volumes.volumeFrom === 1 && volumes.volumeTo === null ? [] : [`for ${volumeWords(volumes).toLowerCase()}`];
  return [`${priceWords(pence, unit)}: ${what}`, ...level, ...many].join(", ");
}

/** A band of prices as it is said after a price: "between £30.00 and £45.00". */
export function bandWords(from: bigint | null, to: bigint | null): string {
  if (from !== null && to !== null) return `between ${pounds(from)} and ${pounds(to)}`;
  return from !== null ? `at least ${pounds(from)}` : `at most ${pounds(to ?? 0n)}`;
}
