import { toPounds } from "@/lib/core/values/money";
import type { Reference } from "@/lib/reference/snapshot";
import { sizeWords } from "@/lib/register/profile/words";
import {
  accessName,
  languageName,
  methodWords,
  settingWords,
  unitWords,
  waitWords,
} from "@/lib/register/service/words";
import { type Criteria, type CriterionName, everything } from "./schema";
import {
  consortiumWords,
  criterionWords,
  evidenceWords,
  ledWords,
  openWords,
  priceWords,
  sexCriterionWords,
  vcseCriterionWords,
} from "./words";

/** One thing asked, as people read it; `value` is set where several may be asked of a kind. */
export type CriterionLine = { name: CriterionName; value: string; label: string; said: string };

/** The criteria as an address holds them, always in one order, so that the same question is the same address. */
export function toQuery(criteria: Criteria): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(criteria)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const written = typeof item === "bigint" ? toPounds(item) : item === true ? "yes" : String(item ?? "");
      if (item !== false && written !== "") query.append(name, written);
    }
  }
  return query;
}

/** An address's query as criteria are read from it. */
export function fromQuery(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

/** The address of a page with these criteria; the page itself when nothing is asked. */
export function hrefOf(path: string, criteria: Criteria, more: Record<string, string> = {}): string {
  const query = toQuery(criteria);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The names of what is asked, in the order of the filters. */
export function namesAsked(criteria: Criteria): CriterionName[] {
  const asked = toQuery(criteria);
  return Object.keys(everything)
    .filter(isName)
    .filter((name) => asked.has(name));
}

/** The same question without one of the things asked. A unit takes its prices, and an order that needs it, with it. */
export function without(criteria: Criteria, { name, value }: Pick<CriterionLine, "name" | "value">): Criteria {
  const now = criteria[name];
  const left = Array.isArray(now) ? now.filter((item) => item !== value) : everything[name];
  const withoutUnit =
    name === "unit" ? { from: null, to: null, sort: criteria.sort === "price" ? null : criteria.sort } : {};
  const withoutWords =
    name === "words" ? { exact: false, sort: criteria.sort === "relevance" ? null : criteria.sort } : {};
  return { ...criteria, [name]: left, ...withoutUnit, ...withoutWords };
}

/** The criteria in words, one line for each thing asked, in the order of the filters. */
export function linesOf(criteria: Criteria, lists: Reference): CriterionLine[] {
  const { categories, outcomes, cohorts, organisationTypes, places } = lists;
  const say: { [N in CriterionName]: (value: string) => string } = {
    words: (value) => `“${value}”`,
    place: (value) => places.label(value),
    category: categories.name,
    need: categories.name,
    outcome: outcomes.name,
    cohort: cohorts.name,
    sex: () => (criteria.sex ? sexCriterionWords[criteria.sex] : ""),
    age: (value) => value,
    setting: (value) =>
      criteria.setting
        .filter((item) => item === value)
        .map((item) => settingWords[item].label)
        .join(),
    method: (value) =>
      criteria.method
        .filter((item) => item === value)
        .map((item) => methodWords[item].label)
        .join(),
    language: languageName,
    access: accessName,
    unit: () => (criteria.unit ? unitWords[criteria.unit].one : ""),
    from: () => price(criteria.from, criteria),
    to: () => price(criteria.to, criteria),
    open: () => openWords.yes,
    wait: () => waitWords(criteria.wait ?? 0),
    size: (value) =>
      criteria.size
        .filter((item) => item === value)
        .map((item) => sizeWords[item].label)
        .join(),
    type: organisationTypes.name,
    vcse: () => (criteria.vcse ? vcseCriterionWords[criteria.vcse] : ""),
    led: () => ledWords,
    consortium: () => (criteria.consortium ? consortiumWords[criteria.consortium] : ""),
    evidence: () => evidenceWords.yes,
  };
  const names: CriterionName[] = [];
  const asked = toQuery({ ...criteria, sort: null, exact: false });
  for (const name of Object.keys(say)) if (isName(name)) names.push(name);
  return names.flatMap((name) =>
    asked.getAll(name).map((value) => {
      const said = say[name](value);
      return { name, value, said, label: speaksForItself.has(name) ? said : `${criterionWords[name]}: ${said}` };
    }),
  );
}

const speaksForItself = new Set<CriterionName>(["words", "open", "vcse", "led", "consortium", "evidence"]);
const isName = (name: string): name is CriterionName => name in everything && name !== "sort" && name !== "exact";
const price = (pence: bigint | null, { unit }: Criteria) =>
  pence !== null && unit !== null ? priceWords(pence, unit) : "";
