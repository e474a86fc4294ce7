import type { z } from "zod";
import { Method, ProviderSize, RateUnit, Setting } from "@/lib/core/prisma/enums";
import { pence } from "@/lib/core/values/money";
import { choice, isBlank, wholeNumber } from "@/lib/core/values/text";
import type { Reference } from "@/lib/reference/snapshot";
import { accessWords } from "@/lib/register/service/words";
import { readPlace } from "./place";
import { criterionWords, languageCodes, problemWords } from "./words";

export const MOST_CHARACTERS = 200;
export const sorts = ["relevance", "price", "wait", "title", "daily"] as const;
export type Sort = (typeof sorts)[number];

/** What somebody looks for. Nothing asked is "", null, false or an empty list; several of one kind mean any of them. */
export type Criteria = {
  words: string;
  /** Whether the words are searched as they were typed, with no spelling mended. */
  exact: boolean;
  place: string | null;
  category: string[];
  need: string[];
  outcome: string[];
  cohort: string[];
  sex: "women" | "men" | null;
  age: number | null;
  setting: Setting[];
  method: Method[];
  language: string[];
  access: string[];
  unit: RateUnit | null;
  from: bigint | null;
  to: bigint | null;
  open: boolean;
  wait: number | null;
  size: ProviderSize[];
  type: string[];
  vcse: "yes" | "no" | null;
  led: boolean;
  /** Whether it is offered by a consortium. */
  consortium: "yes" | "no" | null;
  /** Only organisations whose answers and evidence all hold today. */
  evidence: boolean;
  sort: Sort | null;
};

/** What can be asked, one by one. `exact` and `sort` say how, and not what. */
export type CriterionName = Exclude<keyof Criteria, "sort" | "exact">;

/** Something asked that we could not use, said to whoever asked. `could` are codes of places to offer instead. */
export type Remark = { about: keyof Criteria; text: string; could: string[] };

export type Read = { criteria: Criteria; remarks: Remark[] };

/** A web address's questions as Next gives them. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

export const everything: Criteria = {
  words: "",
  exact: false,
  place: null,
  category: [],
  need: [],
  outcome: [],
  cohort: [],
  sex: null,
  age: null,
  setting: [],
  method: [],
  language: [],
  access: [],
  unit: null,
  from: null,
  to: null,
  open: false,
  wait: null,
  size: [],
  type: [],
  vcse: null,
  led: false,
  consortium: null,
  evidence: false,
  sort: null,
};

/** What may be asked of each criterion that has choices; the other criteria are words, places, numbers and money. */
export const choicesOf = ({ categories, outcomes, cohorts, organisationTypes }: Reference) =>
  ({
    exact: ["yes"],
    category: codesOf(categories),
    need: codesOf(categories),
    outcome: codesOf(outcomes),
    cohort: codesOf(cohorts),
    sex: ["women", "men"],
    setting: Object.values(Setting),
    method: Object.values(Method),
    language: languageCodes,
    access: Object.keys(accessWords),
    unit: Object.values(RateUnit),
    open: ["yes"],
    size: Object.values(ProviderSize),
    type: codesOf(organisationTypes),
    vcse: ["yes", "no"],
    led: ["yes"],
    consortium: ["yes", "no"],
    evidence: ["yes"],
    sort: sorts,
  }) as const satisfies { [N in keyof Criteria]?: readonly string[] };

const codesOf = ({ all }: { all: readonly { code: string }[] }): readonly string[] => all.map(({ code }) => code);

/** The whole numbers that may be asked: an age in years, a wait in days. */
export const numbersOf = { age: { min: 10, max: 120 }, wait: { min: 0, max: 3650 } } as const;

/** Reads criteria from an address. What is not understood is left out and remarked on; nothing that is typed is a fault. */
export function readCriteria(asked: Asked, lists: Reference): Read {
  const remarks: Remark[] = [];
  const remark = (about: keyof Criteria, text: string, could: string[] = []) => remarks.push({ about, text, could });

  const one = <T>(name: keyof Criteria, type: z.ZodType<T>): T | null => {
    const raw = first(asked[name]);
    if (isBlank(raw)) return null;
    const result = type.safeParse(raw);
    if (result.success) return result.data;
    remark(name, problemWords.unused(criterionWords[name], result.error.issues[0]?.message ?? ""));
    return null;
  };
  const some = <T extends string>(name: keyof Criteria, all: readonly T[]): T[] => {
    const typed = many(asked[name]);
    if (typed.some((item) => !all.some((known) => known === item)))
      remark(name, problemWords.unknownChoice(criterionWords[name]));
    return all.filter((item) => typed.includes(item));
  };
  const all = choicesOf(lists);

  const criteria: Criteria = {
    words: readWords(first(asked.words), remark),
    exact: one("exact", choice(all.exact)) === "yes",
    place: readPlaceOf(first(asked.place), lists, remark),
    category: some("category", all.category),
    need: some("need", all.need),
    outcome: some("outcome", all.outcome),
    cohort: some("cohort", all.cohort),
    sex: one("sex", choice(all.sex)),
    age: one("age", wholeNumber({ ...numbersOf.age, label: "the age" })),
    setting: some("setting", all.setting),
    method: some("method", all.method),
    language: some("language", all.language),
    access: some("access", all.access),
    unit: one("unit", choice(all.unit)),
    from: one("from", pence({ label: "the lowest price" })),
    to: one("to", pence({ label: "the highest price" })),
    open: one("open", choice(all.open)) === "yes",
    wait: one("wait", wholeNumber({ ...numbersOf.wait, label: "the wait" })),
    size: some("size", all.size),
    type: some("type", all.type),
    vcse: one("vcse", choice(all.vcse)),
    led: one("led", choice(all.led)) === "yes",
    consortium: one("consortium", choice(all.consortium)),
    evidence: one("evidence", choice(all.evidence)) === "yes",
    sort: one("sort", choice(all.sort)),
  };
  return { criteria: agreeing(criteria, remark), remarks };
}

type Note = (about: keyof Criteria, text: string, could?: string[]) => void;

/** Settles what cannot stand together: a price without its unit, a band the wrong way round, an order that says nothing. */
function agreeing(read: Criteria, remark: Note): Criteria {
  const criteria = { ...read };
  if (criteria.unit === null && (criteria.from !== null || criteria.to !== null)) {
    remark("unit", problemWords.priceNeedsUnit);
    Object.assign(criteria, { from: null, to: null });
  }
  if (criteria.from !== null && criteria.to !== null && criteria.from > criteria.to) {
    remark("from", problemWords.bandTurned);
    Object.assign(criteria, { from: criteria.to, to: criteria.from });
  }
  if (criteria.sort === "price" && criteria.unit === null) {
    remark("sort", problemWords.priceOrderNeedsUnit);
    criteria.sort = null;
  }
  if (criteria.sort === "relevance" && criteria.words === "") criteria.sort = null;
  if (criteria.words === "") criteria.exact = false;
  return criteria;
}

function readWords(raw: string, remark: Note): string {
  // What Postgres, or a reader's eye, could not trust reads as a space: a search is never refused for its spelling.
  const clean = raw
    .replace(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u{FFFE}\u{FFFF}]/gu, " ")
    .slice(0, 4 * MOST_CHARACTERS)
    .normalize("NFC");
  const typed = clean.replace(/\s+/g, " ").trim();
  const kept = [...typed].slice(0, MOST_CHARACTERS).join("").trim();
  if (kept.length < typed.length) remark("words", problemWords.manyWords(MOST_CHARACTERS));
  return kept;
}

function readPlaceOf(raw: string, { places }: Reference, remark: Note): string | null {
  const typed = readWords(raw, () => {});
  if (typed === "") return null;
  const { code, could, problem } = readPlace(typed, places);
  const offered = could.map((place) => place.code);
  if (code && could.length > 0) remark("place", problemWords.placeTaken(places.label(code)), offered);
  if (problem) remark("place", problemWords.place[problem](typed), offered);
  return code;
}

const many = (raw: string | string[] | undefined): string[] => [raw ?? []].flat().filter((item) => !isBlank(item));
const first = (raw: string | string[] | undefined): string => many(raw)[0] ?? "";
