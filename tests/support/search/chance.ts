import fc from "fast-check";
import { Method, ProviderSize, RateUnit, Setting } from "@/lib/core/prisma/enums";
import { snapshot } from "@/lib/reference/snapshot";
import { type Ask, facets } from "@/lib/search/ask";
import type { Document } from "@/lib/search/index/document";
import type { Phrases } from "@/lib/search/index/said";
import { type Tree, termsOf } from "@/lib/search/language/tsquery";
import { countedPlaces } from "@/lib/search/reach";
import { type Criteria, everything, sorts } from "@/lib/search/schema";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const { places, categories, outcomes, cohorts, organisationTypes } = snapshot(rowsOf(readFiles()), "2026-06-01");
const codes = (rows: readonly { code: string }[], most: number) => rows.slice(0, most).map(({ code }) => code);

const region = places.find("region-kent-surrey-and-sussex");
const area = [...(region ? [region] : []), ...places.descendants("region-kent-surrey-and-sussex").slice(0, 12)];
const placeCodes = [
  ...area.map(({ code }) => code),
  ...codes(
    places.all.filter(({ kind }) => kind === "region"),
    3,
  ),
];
const days = ["2026-05-31", "2026-06-01", "2026-06-02", "2026-06-30"];
const lexemes = ["river", "riverbank", "river's", "maple", "map", "é", "kettl", "14"];
/** Texts whose order by bytes is not their order by JavaScript's units of text, and some that begin alike. */
const titles = ["", "a", "kettle", "kettle a", "kettle b", "kettles", "é", "\u{1f600}", "\uffee", "kettlé"];
const phrases = ["'maple' <-> 'river'", "'map' <-> ( 'river' | 'é' )"];

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[], most = 3) => fc.uniqueArray(one(values), { maxLength: most });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const line = some(lexemes).map((words) => words.toSorted().join(" "));

/** A few ids, so that a history of chance comes back to the same services; some begin alike and some end alike. */
const ids = Array.from({ length: 40 }, (_, at) => {
  const mixed = ((at * 2_654_435_761) >>> 0).toString(16).padStart(8, "0");
  const mark = (at % 3).toString(16).padStart(8, "0");
  return `${at % 2 ? mixed : mark}-00a${at % 10}-7f00-8${at % 7}bc-${mark.slice(4)}${mixed}`;
});
export const anyId = one(ids);

const price = fc.record({
  unit: one(Object.values(RateUnit)),
  pence: fc.integer({ min: 0, max: 4 }).map((steps) => steps * 500),
  from: one(days),
  to: maybe(one(days)),
});

/** What is true of a service apart from its id and card. */
const facts = fc.record({
  titleKey: one(titles),
  lot: fc.oneof(fc.integer({ min: 0, max: 0x7fff_ffff }), one([0, 1])),
  lexemes: fc.tuple(line, line, line, line).map((lines) => lines.join("\n")),
  spoken: some(["river", "maple", "kettle"]),
  categoryCode: one(codes(categories.all, 4)),
  needCodes: some(codes(categories.all, 4)),
  outcomeCodes: some(codes(outcomes.all, 4)),
  cohortCodes: some(codes(cohorts.all, 4)),
  placeCodes: some(placeCodes),
  sex: one(["anyone", "women", "men"]),
  minAge: fc.integer({ min: 10, max: 25 }),
  maxAge: maybe(fc.integer({ min: 18, max: 40 })),
  settings: some(Object.values(Setting)),
  method: one(Object.values(Method)),
  languages: some(["en", "cy", "any", "ur"]),
  access: some(["stepFree", "quietSpace"]),
  typeCode: maybe(one(codes(organisationTypes.all, 3))),
  size: maybe(one(Object.values(ProviderSize))),
  vcse: fc.boolean(),
  led: fc.boolean(),
  consortium: fc.boolean(),
  evidenceUntil: maybe(one(days)),
  prices: fc.array(price, { maxLength: 3 }),
});
const space = fc.record({ openPlaces: fc.integer({ min: 0, max: 2 }), waitDays: fc.integer({ min: 0, max: 5 }) });

let written = 0;
/** Each card is another one, and they are of all lengths, so that an old card is never taken for the new one. */
const cardOf = (id: string, length: number) =>
  JSON.stringify({ id, number: ++written, summary: "é\u{1f600} warm ".repeat(length % 7) });

export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(anyId, facts, space, fc.nat(20))
  .map(([serviceId, known, room, length]) => ({ serviceId, ...known, ...room, card: cardOf(serviceId, length) }));

/** One thing that happens: a service is put, or changed in all but its id, or only in its space, or dropped. */
export type Step =
  | { put: Document }
  | { space: Pick<Document, "serviceId" | "openPlaces" | "waitDays">; length: number }
  | { drop: string };
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ put: anyDocument }) },
  {
    weight: 2,
    arbitrary: fc.record({
      space: fc.tuple(anyId, space).map(([serviceId, room]) => ({ serviceId, ...room })),
      length: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ drop: anyId }) },
);

/** What a step makes of what is known; the document that was put, or the id that was dropped. */
export function happen(known: Map<string, Document>, step: Step): Document | string | null {
  if ("drop" in step) {
    known.delete(step.drop);
    return step.drop;
  }
  const before = "space" in step ? known.get(step.space.serviceId) : undefined;
  const document =
    "put" in step ? step.put : before && { ...before, ...step.space, card: cardOf(before.serviceId, step.length) };
  if (!document) return null;
  known.set(document.serviceId, document);
  return document;
}

const term = fc.record({
  kind: fc.constant("term" as const),
  lexeme: one([...lexemes, "none", "r", "m"]),
  prefix: fc.boolean(),
});
const phrase = one(phrases).map(
  (query): Tree => ({ kind: "phrase", query, parts: [{ kind: "term", lexeme: "map", prefix: false }] }),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    term,
    phrase,
    fc.record({ kind: one(["and", "or"] as const), parts: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant("not" as const), part: tie("tree") }),
  ),
}));

/** Which services PostgreSQL would say hold each phrase: any at all. */
export const anyPhrases: fc.Arbitrary<Phrases> = fc
  .tuple(...phrases.map(() => fc.subarray(ids)))
  .map((holding) => new Map(phrases.map((query, at) => [query, new Set(holding[at])])));

const seldom = <T>(value: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });

const anyCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    place: seldom<string | null>(one([...placeCodes, "nowhere"]), null),
    category: seldom(some(codes(categories.all, 5)), []),
    need: seldom(some(codes(categories.all, 5)), []),
    outcome: seldom(some(codes(outcomes.all, 5)), []),
    cohort: seldom(some(codes(cohorts.all, 5)), []),
    sex: seldom<Criteria["sex"]>(one(["women", "men"]), null),
    age: seldom<number | null>(fc.integer({ min: 10, max: 45 }), null),
    setting: seldom(some(Object.values(Setting)), []),
    method: seldom(some(Object.values(Method)), []),
    language: seldom(some(["cy", "ur", "pl", "any"]), []),
    access: seldom(some(["stepFree", "quietSpace", "travel"]), []),
    unit: seldom<Criteria["unit"]>(one(Object.values(RateUnit)), null),
    from: maybe(one([0n, 500n, 1000n])),
    to: maybe(one([0n, 1000n, 1500n])),
    open: seldom(fc.boolean(), false),
    wait: seldom<number | null>(fc.nat(5), null),
    size: seldom(some(Object.values(ProviderSize)), []),
    type: seldom(some(codes(organisationTypes.all, 4)), []),
    vcse: seldom<Criteria["vcse"]>(one(["yes", "no"]), null),
    led: seldom(fc.boolean(), false),
    consortium: seldom<Criteria["consortium"]>(one(["yes", "no"]), null),
    evidence: seldom(fc.boolean(), false),
  })
  .map((asked) => ({ ...everything, ...asked, ...(asked.unit === null && { from: null, to: null }) }));

/** A question of chance without a cursor. */
export const anyAsk: fc.Arbitrary<Ask> = fc
  .record({
    criteria: anyCriteria,
    tree: fc.option(tree, { freq: 1 }),
    day: one(days),
    orderDay: one(days),
    order: one(sorts),
    take: one([0, 1, 3, 25, 5000]),
    facets: fc.oneof(fc.constant(facets), fc.subarray([...facets])),
    heat: fc.boolean(),
  })
  .map(({ tree: asked, order, ...rest }) => ({
    ...rest,
    order: order === "price" && rest.criteria.unit === null ? "daily" : order,
    understood: asked && { query: "", tree: asked, terms: termsOf(asked), words: [] },
    places,
    cursor: null,
    counted: countedPlaces(rest.criteria, places),
  }));
