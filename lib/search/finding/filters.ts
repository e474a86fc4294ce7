import { whole } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import {
  accessWords,
  languageWords,
  methodWords,
  settingWords,
  unitWords,
  waitWords,
} from "@/lib/register/service/words";
import type { Facet, FacetCounts } from "../ask";
import type { Criteria, CriterionName } from "../schema";
import {
  consortiumWords,
  criterionWords,
  evidenceWords,
  ledWords,
  openWords,
  sexCriterionWords,
  vcseCriterionWords,
} from "../words";
import { findWords, formWords, sectionWords } from "./words";

export type SectionName = keyof typeof sectionWords;

/** One thing that may be chosen, and how many results it would give. */
export type Choice = readonly [value: string, label: string, count: number];

/** A field of the form as it is drawn. It is small and plain, because it travels to the browser as it is. */
export type Field =
  | { kind: "ticks"; name: CriterionName; label: string; one: boolean; choices: Choice[]; chosen: string[] }
  | {
      kind: "select";
      name: CriterionName;
      label: string;
      empty: string;
      options: (readonly [value: string, label: string])[];
      chosen: string;
    }
  | { kind: "text"; name: CriterionName; label: string; value: string; before?: string; after?: string };

/** Part of the filters. One that is folded has no fields until somebody asks for it. */
export type Section = { name: SectionName; title: string; hint: string; foldable: boolean; fields: Field[] | null };

type Given = { criteria: Criteria; more: readonly SectionName[]; prices: boolean };

/** The criteria of each section, in the order of the page; `facets` are those of them that are counted. */
const parts: Record<SectionName, { foldable: boolean; names: readonly CriterionName[]; facets: readonly Facet[] }> = {
  category: { foldable: false, names: ["category"], facets: ["category"] },
  when: { foldable: false, names: ["open", "wait"], facets: ["open"] },
  people: { foldable: false, names: ["sex", "age", "cohort"], facets: ["sex", "cohort"] },
  price: { foldable: false, names: ["unit", "from", "to"], facets: ["unit"] },
  where: { foldable: true, names: [], facets: ["place"] },
  needs: { foldable: true, names: ["need", "outcome"], facets: ["need", "outcome"] },
  how: {
    foldable: true,
    names: ["setting", "method", "language", "access"],
    facets: ["setting", "method", "language", "access"],
  },
  runs: {
    foldable: true,
    names: ["size", "type", "vcse", "led", "consortium", "evidence"],
    facets: ["size", "type", "vcse", "led", "consortium", "evidence"],
  },
};

export const sectionNames = Object.keys(parts).filter(isSection);
export function isSection(name: string): name is SectionName {
  return Object.hasOwn(sectionWords, name);
}

const isAsked = (criteria: Criteria, name: CriterionName): boolean => {
  const value = criteria[name];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== "";
};

/** The sections that are on the page with their fields: the usual ones, those asked for, and those with something chosen. */
export function openSections({ criteria, more, prices }: Given): SectionName[] {
  return sectionNames
    .filter((name) => prices || name !== "price")
    .filter((name) => {
      const { foldable, names } = parts[name];
      return !foldable || more.includes(name) || names.some((one) => isAsked(criteria, one));
    });
}

/** What has to be counted for those sections, and nothing else. */
export const facetsOf = (given: Given): Facet[] => openSections(given).flatMap((name) => parts[name].facets);

/** The filters as the page draws them. A choice that would give nothing is left out, unless it is chosen. */
export function filtersOf(given: Given, counts: FacetCounts, lists: Reference): Section[] {
  const open = openSections(given);
  return sectionNames
    .filter((name) => given.prices || name !== "price")
    .map((name) => ({
      name,
      ...sectionWords[name],
      foldable: parts[name].foldable,
      fields: open.includes(name) ? fieldsOf[name](given.criteria, counts, lists).filter(offersSomething) : null,
    }))
    .filter(({ foldable, fields }) => foldable || (fields && fields.length > 0));
}

const offersSomething = (field: Field) => field.kind !== "ticks" || field.choices.length > 0;

type Draw = (criteria: Criteria, counts: FacetCounts, lists: Reference) => Field[];

const fieldsOf: Record<SectionName, Draw> = {
  category: (criteria, counts, { categories }) => [
    several("category", coded(categories.all), criteria.category, counts.category),
  ],
  where: () => [],
  needs: (criteria, counts, { categories, outcomes }) => [
    several("need", coded(categories.all), criteria.need, counts.need),
    several("outcome", coded(outcomes.all), criteria.outcome, counts.outcome),
  ],
  when: ({ open, wait }, counts) => [
    yes("open", openWords.yes, open, counts.open),
    {
      kind: "select",
      name: "wait",
      label: criterionWords.wait,
      empty: formWords.any,
      options: [...new Set([0, 7, 14, 28, 56, ...(wait === null ? [] : [wait])])]
        .toSorted((one, other) => one - other)
        .map((days) => [String(days), waitWords(days)]),
      chosen: wait?.toString() ?? "",
    },
  ],
  people: ({ sex, age, cohort }, counts, { cohorts }) => [
    one("sex", Object.entries(sexCriterionWords), sex, counts.sex),
    several("cohort", coded(cohorts.all), cohort, counts.cohort),
    { kind: "text", name: "age", label: "Age of the person", value: age?.toString() ?? "", after: "years" },
  ],
  price: ({ unit, from, to }, counts) => [
    {
      kind: "select",
      name: "unit",
      label: criterionWords.unit,
      empty: findWords.anything,
      options: Object.entries(unitWords)
        .filter(([value]) => (counts.unit[value] ?? 0) > 0 || value === unit)
        .map(([value, { one: name }]) => [value, `${sentence(name)} (${whole(counts.unit[value] ?? 0)})`]),
      chosen: unit ?? "",
    },
    { kind: "text", name: "from", label: "From", value: from === null ? "" : toPounds(from), before: "£" },
    { kind: "text", name: "to", label: "Up to", value: to === null ? "" : toPounds(to), before: "£" },
  ],
  how: ({ setting, method, language, access }, counts) => [
    several("setting", labelled(settingWords), setting, counts.setting),
    several("method", labelled(methodWords), method, counts.method),
    several("access", Object.entries(accessWords), access, counts.access),
    several("language", Object.entries(languageWords), language, counts.language),
  ],
  runs: ({ size, type, vcse, led, consortium, evidence }, counts, { organisationTypes }) => [
    one("vcse", Object.entries(vcseCriterionWords), vcse, counts.vcse),
    several("size", labelled(sizeWords), size, counts.size),
    several("type", coded(organisationTypes.all), type, counts.type),
    yes("led", ledWords, led, counts.led),
    one("consortium", Object.entries(consortiumWords), consortium, counts.consortium),
    yes("evidence", evidenceWords.yes, evidence, counts.evidence),
  ],
};

type Named = readonly (readonly [value: string, label: string])[];
type Counts = Record<string, number>;

function several(name: CriterionName, named: Named, chosen: string[], counts: Counts): Field {
  return {
    kind: "ticks",
    name,
    label: criterionWords[name],
    one: false,
    choices: counted(named, chosen, counts),
    chosen,
  };
}

function one(name: CriterionName, named: Named, chosen: string | null, counts: Counts): Field {
  const asked = chosen === null ? [] : [chosen];
  return {
    kind: "ticks",
    name,
    label: criterionWords[name],
    one: true,
    choices: counted(named, asked, counts),
    chosen: asked,
  };
}

const yes = (name: CriterionName, label: string, chosen: boolean, counts: Counts): Field =>
  several(name, [["yes", label]], chosen ? ["yes"] : [], counts);

const counted = (named: Named, chosen: string[], counts: Counts): Choice[] =>
  named
    .filter(([value]) => (counts[value] ?? 0) > 0 || chosen.includes(value))
    .map(([value, label]) => [value, label, counts[value] ?? 0]);

const coded = (list: readonly { code: string; name: string }[]): Named => list.map(({ code, name }) => [code, name]);
const labelled = (words: Record<string, { label: string }>): Named =>
  Object.entries(words).map(([value, { label }]) => [value, label]);
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
