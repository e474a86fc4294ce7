import type { Method, ProviderSize, RateUnit, ServedSex, Setting } from "@/lib/core/prisma/enums";
import type { Places } from "@/lib/reference/places";
import type { Cursor } from "./cursor";
import type { Understood } from "./language/understand";
import type { Criteria, Sort } from "./schema";

/** The things that results are counted by, each with every filter but its own. */
export const facets = [
  "place",
  "category",
  "need",
  "outcome",
  "cohort",
  "sex",
  "setting",
  "method",
  "language",
  "access",
  "unit",
  "open",
  "size",
  "type",
  "vcse",
  "led",
  "consortium",
  "evidence",
] as const;
export type Facet = (typeof facets)[number];

/** How many results each choice would give. A choice that gives none is left out. */
export type FacetCounts = Record<Facet, Record<string, number>>;

/** How many results there are in each place, by category: `heat[category][place]`. Nought is left out. */
export type Heat = Record<string, Record<string, number>>;

/** What decides whether a service is a result. `understood` is null when no words are asked. */
export type Question = {
  criteria: Criteria;
  understood: Understood | null;
  /** The day in London, "YYYY-MM-DD": which prices hold, and which evidence is in date. */
  day: string;
  places: Places;
};

/** A question, and which part of its answer is wanted. */
export type Ask = Question & {
  order: Sort;
  /** The day whose neutral order is read: that of the first page, however long somebody reads. */
  orderDay: string;
  cursor: Cursor | null;
  take: number;
  facets: readonly Facet[];
  /** The places that the facet `place` and the heat count in. */
  counted: readonly string[];
  heat: boolean;
};

/** What a list shows of a service, as the database wrote it when the service last changed. */
export type Card = {
  id: string;
  reference: string;
  title: string;
  summary: string;
  organisation: { id: string; reference: string; name: string };
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
  access: string[];
  places: number;
  openPlaces: number;
  waitDays: number;
  capacityAsOf: string | null;
  typeCode: string | null;
  size: ProviderSize | null;
  vcse: boolean;
  led: boolean;
  consortium: boolean;
  /** The last day on which every answer of the organisation holds; null when none runs out. */
  evidenceUntil: string | null;
  versionId: string;
  versionNumber: number;
  /** The lowest price for each unit of each published price list, with its days; pence as digits. */
  prices: { rateCardId: string; version: number; unit: RateUnit; pence: string; from: string; to: string | null }[];
};

/** The card that the database wrote. */
export const readCard = (text: string): Card => JSON.parse(text);

/** Where a word was found, the most telling part first: what the database calls weight A, B, C and D. */
export const wordParts = ["title", "name", "summary", "description"] as const;
export type WordPart = (typeof wordParts)[number];

/** What a word counts for the order by relevance, by the most telling part that it stands in. */
export const partScores: Record<WordPart, number> = { title: 8, name: 4, summary: 2, description: 1 };

/** A service on the page: its card, its place in the order, and the most telling part that each lexeme asked for stands in. */
export type Hit = { card: Card; key: string; turn: number; parts: Record<string, WordPart> };

/** The answer of either engine. Both give the same one for the same generation, which is what "two engines, one answer" means. */
export type Answer = {
  /** The state of the register that was read. It is counted up by each commit that changes what can be found. */
  generation: number;
  total: number;
  /** How many results stand before the cursor. */
  preceding: number;
  page: Hit[];
  facets: FacetCounts;
  /** Null unless it was asked for. */
  heat: Heat | null;
};

/** The words that services are written in, and how many services say each: of what can be found now, and of nothing else. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Whatever answers questions: SQL over the search documents, or the index that this process holds. */
export type Engine = {
  name: "database" | "index";
  answer(ask: Ask): Promise<Answer>;
  /** How many results each question has. */
  count(questions: readonly Question[]): Promise<number[]>;
  /** How many services hold each lexeme. */
  heard(lexemes: readonly string[]): Promise<number[]>;
  vocabulary(): Promise<Vocabulary>;
};

export const noCounts = (): FacetCounts => ({
  place: {},
  category: {},
  need: {},
  outcome: {},
  cohort: {},
  sex: {},
  setting: {},
  method: {},
  language: {},
  access: {},
  unit: {},
  open: {},
  size: {},
  type: {},
  vcse: {},
  led: {},
  consortium: {},
  evidence: {},
});
