import type { Reference } from "@/lib/reference/snapshot";
import { type Facet, facets } from "@/lib/search/ask";
import { countedPlaces } from "@/lib/search/reach";
import { type Criteria, everything } from "@/lib/search/schema";
import { languageCodes } from "@/lib/search/words";
import { type Chance, type Known, vocabulary } from "./small-register";

/** A question of chance, about what the small register holds. */
export function anyCriteria(random: Chance, lists: Reference): Criteria {
  const may = <T>(part: number, value: () => T) => (random.next() < part ? value() : undefined);
  const codes = [
    "region-kent-surrey-and-sussex",
    ...lists.places.descendants("region-kent-surrey-and-sussex").map(({ code }) => code),
  ];
  const unit = may(0.25, () => random.one(["hour", "session", "referral"] as const));
  const found: Partial<Criteria> = {
    words: may(0.25, () => random.some(vocabulary, 2).join(" ")),
    place: may(0.35, () => random.one(codes)),
    category: may(0.3, () => random.some(lists.categories.all.slice(0, 5), 2).map(({ code }) => code)),
    need: may(0.1, () => random.some(lists.categories.all.slice(0, 6), 2).map(({ code }) => code)),
    outcome: may(0.1, () => random.some(lists.outcomes.all.slice(0, 8), 2).map(({ code }) => code)),
    cohort: may(0.1, () => random.some(lists.cohorts.all, 1).map(({ code }) => code)),
    sex: may(0.15, () => random.one(["women", "men"] as const)),
    age: may(0.15, () => random.one([17, 18, 24, 25, 26, 61])),
    setting: may(0.2, () => random.some(["community", "custody", "throughTheGate"] as const, 2)),
    method: may(0.1, () => random.some(["group", "oneToOne", "remote"] as const, 2)),
    language: may(0.1, () => random.some(["en", "cy", "fr"], 2)),
    open: may(0.25, () => true),
    wait: may(0.15, () => random.one([0, 5, 30])),
    access: may(0.15, () => random.some(["stepFree", "evenings", "homeVisits"], 2)),
    size: may(0.25, () => random.some(["micro", "small", "medium", "large"] as const, 2)),
    type: may(0.1, () => random.some(lists.organisationTypes.all.slice(0, 4), 2).map(({ code }) => code)),
    vcse: may(0.2, () => random.one(["yes", "no"] as const)),
    led: may(0.15, () => true),
    sort: may(0.3, () => random.one(["wait", "title"] as const)),
    ...(unit && { unit, from: may(0.5, () => 2000n) ?? null, to: may(0.5, () => 4000n) ?? null }),
  };
  return { ...everything, ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) };
}

/** What is found, written down again in the plainest way: a service, and a yes or no for each thing asked. */
function answers(service: Known, criteria: Criteria, lists: Reference): Record<string, boolean> {
  const { provider } = service.organisation;
  const some = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some((code) => has.includes(code));
  const text = `${service.title} ${service.organisation.name} ${service.summary} ${service.description}`.split(" ");
  const prices = service.lines.filter(({ unit }) => unit === criteria.unit).map(({ pence }) => pence);
  const [lowest = null] = prices.toSorted((one, other) => Number(one - other));
  const { place, age, wait, from, to } = criteria;
  return {
    words: criteria.words === "" || criteria.words.split(" ").every((word) => text.includes(word)),
    place: place === null || service.placeCodes.some((code) => lists.places.around(code).includes(place)),
    category: some(criteria.category, [service.categoryCode]),
    need: some(criteria.need, service.needCodes),
    outcome: some(criteria.outcome, service.outcomeCodes),
    cohort: some(criteria.cohort, service.cohortCodes),
    sex: criteria.sex === null || service.sex === "anyone" || service.sex === criteria.sex,
    age: age === null || (service.minAge <= age && age <= (service.maxAge ?? 200)),
    setting: some(criteria.setting, service.settings),
    access: some(criteria.access, service.access),
    method: some(criteria.method, [service.method]),
    language: some(criteria.language, service.languages) || service.languages.includes("any"),
    unit:
      criteria.unit === null || (lowest !== null && (from === null || lowest >= from) && (to === null || lowest <= to)),
    open: !criteria.open || service.openPlaces > 0,
    wait: wait === null || service.waitDays <= wait,
    size: criteria.size.length === 0 || some(criteria.size, provider ? [provider.size] : []),
    type: some(criteria.type, [service.organisation.typeCode ?? ""]),
    vcse: criteria.vcse === null || (provider?.vcse ?? false) === (criteria.vcse === "yes"),
    led: !criteria.led || (provider?.led ?? false),
    onShow: service.state === "published" && service.member === "active",
  };
}

/** Whether a service is a result. */
export const matches = (service: Known, criteria: Criteria, lists: Reference) =>
  Object.values(answers(service, criteria, lists)).every(Boolean);

/** Every facet of a question, counted one service after another with every filter but its own. */
export function countedOneByOne(known: readonly Known[], criteria: Criteria, lists: Reference) {
  const { places } = lists;
  const counted = countedPlaces(criteria, places);
  const yesNo = (yes: boolean) => [yes ? "yes" : "no"];
  const values: Record<Facet, (service: Known) => string[]> = {
    place: ({ placeCodes }) => counted.filter((code) => placeCodes.some((one) => places.around(code).includes(one))),
    category: ({ categoryCode }) => [categoryCode],
    need: ({ needCodes }) => needCodes,
    outcome: ({ outcomeCodes }) => outcomeCodes,
    cohort: ({ cohortCodes }) => cohortCodes,
    sex: ({ sex }) => (sex === "anyone" ? ["women", "men"] : [sex]),
    setting: ({ settings }) => settings,
    method: ({ method }) => [method],
    language: ({ languages }) => (languages.includes("any") ? [...languageCodes] : languages),
    access: ({ access }) => access,
    unit: ({ lines }) => lines.map(({ unit }) => unit),
    open: ({ openPlaces }) => yesNo(openPlaces > 0),
    size: ({ organisation: { provider } }) => (provider ? [provider.size] : []),
    type: ({ organisation: { typeCode } }) => (typeCode ? [typeCode] : []),
    vcse: ({ organisation: { provider } }) => yesNo(provider?.vcse ?? false),
    led: ({ organisation: { provider } }) => yesNo(provider?.led ?? false),
    consortium: () => ["no"],
    evidence: () => ["yes"],
  };
  return Object.fromEntries(
    facets.map((facet) => {
      const counts: Record<string, number> = {};
      for (const service of known) {
        if (!Object.entries(answers(service, criteria, lists)).every(([name, yes]) => yes || name === facet)) continue;
        for (const value of new Set(values[facet](service))) counts[value] = (counts[value] ?? 0) + 1;
      }
      return [facet, counts];
    }),
  );
}
