import type { Places } from "@/lib/reference/places";
import {
  type Answer,
  type Ask,
  type Facet,
  type FacetCounts,
  type Heat,
  partScores,
  type Question,
  type WordPart,
  wordParts,
} from "@/lib/search/ask";
import type { Document } from "@/lib/search/index/document";
import type { Phrases } from "@/lib/search/index/said";
import type { Term, Tree } from "@/lib/search/language/tsquery";
import { turningOf } from "@/lib/search/order";
import { type Criteria, everything } from "@/lib/search/schema";
import { languageCodes } from "@/lib/search/words";

/** The search in the plainest way there is: every service is read, one by one. It shares nothing with the index. */
export function plainAnswer(documents: readonly Document[], ask: Ask, phrases: Phrases): Omit<Answer, "generation"> {
  const { cursor, take } = ask;
  const found = documents
    .filter((document) => isResult(document, ask, phrases))
    .map((document) => ranked(document, ask));
  found.sort(compare);
  const edge = cursor && {
    key: ask.order === "title" ? cursor.key : Number(cursor.key),
    turn: cursor.turn,
    id: cursor.id,
  };
  const before = edge ? found.filter((each) => compare(each, edge) < 0) : [];
  const after = edge ? found.filter((each) => compare(each, edge) > 0) : found;
  const back = cursor?.towards === "before";
  const page = back ? before.slice(Math.max(0, before.length - take)) : after.slice(0, take);
  return {
    total: found.length,
    preceding: back ? before.length : found.length - after.length,
    page: page.map(({ document, key, turn }) => ({
      card: JSON.parse(document.card),
      key: String(key),
      turn,
      parts: partsOf(document, ask.understood?.terms ?? []),
    })),
    facets: plainFacets(documents, ask, phrases),
    heat: ask.heat ? plainHeat(documents, ask, phrases) : null,
  };
}

/** Whether a service is a result. */
export function isResult(
  document: Document,
  { criteria, understood, day, places }: Question,
  phrases: Phrases,
): boolean {
  const asked = criteria;
  const any = (codes: readonly string[], has: readonly string[]) =>
    codes.length === 0 || codes.some((code) => has.includes(code));
  const price = asked.unit === null ? null : lowest(document, asked.unit, day);
  return (
    (understood === null || says(document, understood.tree, phrases)) &&
    (asked.place === null || document.placeCodes.some((code) => reaches(code, asked.place ?? "", places))) &&
    any(asked.category, [document.categoryCode]) &&
    any(asked.need, document.needCodes) &&
    any(asked.outcome, document.outcomeCodes) &&
    any(asked.cohort, document.cohortCodes) &&
    (asked.sex === null || document.sex === "anyone" || document.sex === asked.sex) &&
    (asked.age === null ||
      (document.minAge <= asked.age && (document.maxAge === null || asked.age <= document.maxAge))) &&
    any(asked.setting, document.settings) &&
    any(asked.method, [document.method]) &&
    (document.languages.includes("any") || any(asked.language, document.languages)) &&
    any(asked.access, document.access) &&
    (asked.unit === null || price !== null) &&
    (asked.from === null || BigInt(price ?? -1) >= asked.from) &&
    (asked.to === null || BigInt(price ?? -1) <= asked.to) &&
    (!asked.open || document.openPlaces > 0) &&
    (asked.wait === null || document.waitDays <= asked.wait) &&
    any(asked.size, [document.size ?? "unsaid"]) &&
    any(asked.type, [document.typeCode ?? "unsaid"]) &&
    (asked.vcse === null || document.vcse === (asked.vcse === "yes")) &&
    (!asked.led || document.led) &&
    (asked.consortium === null || document.consortium === (asked.consortium === "yes")) &&
    (!asked.evidence || inDate(document, day))
  );
}

function says(document: Document, tree: Tree, phrases: Phrases): boolean {
  switch (tree.kind) {
    case "term":
      return partOf(document, tree) !== undefined;
    case "phrase":
      return phrases.get(tree.query)?.has(document.serviceId) ?? false;
    case "not":
      return !says(document, tree.part, phrases);
    case "and":
      return tree.parts.every((part) => says(document, part, phrases));
    case "or":
      return tree.parts.some((part) => says(document, part, phrases));
  }
}

const partOf = ({ lexemes }: Document, { lexeme, prefix }: Term) =>
  wordParts[
    lexemes
      .split("\n")
      .findIndex((line) => line.split(" ").some((said) => (prefix ? said.startsWith(lexeme) : said === lexeme)))
  ];

function partsOf(document: Document, terms: readonly Term[]): Record<string, WordPart> {
  const parts: Record<string, WordPart> = {};
  for (const term of terms) {
    const part = partOf(document, term);
    if (part) parts[term.prefix ? `${term.lexeme}*` : term.lexeme] = part;
  }
  return parts;
}

/** Places are asked what lies around them so often that their answers are kept. */
const around = new Map<string, readonly string[]>();
function reaches(code: string, place: string, places: Places): boolean {
  const near = around.get(place) ?? places.around(place);
  around.set(place, near);
  return near.includes(code);
}

const inDate = ({ evidenceUntil }: Document, day: string) => evidenceUntil === null || evidenceUntil >= day;
const inForce = ({ prices }: Document, day: string) =>
  prices.filter(({ from, to }) => from <= day && (to === null || to >= day));

function lowest(document: Document, unit: string, day: string): number | null {
  const pence = inForce(document, day).flatMap((price) => (price.unit === unit ? [price.pence] : []));
  return pence.length === 0 ? null : Math.min(...pence);
}

type Ranked = { key: string | number; turn: number; id: string };

function ranked(document: Document, ask: Ask): Ranked & { document: Document } {
  const terms = ask.understood?.terms ?? [];
  const keys = {
    daily: () => 0,
    wait: () => document.waitDays,
    title: () => document.titleKey,
    price: () => lowest(document, ask.criteria.unit ?? "", ask.day) ?? Number.NaN,
    relevance: () =>
      terms.reduce((key, term) => {
        const part = partOf(document, term);
        return key - (part ? partScores[part] : 0);
      }, 0),
  };
  const { salt, times } = turningOf(ask.orderDay);
  const turn = Number((BigInt(document.lot ^ salt) * BigInt(times)) & 0x7fff_ffffn);
  return { key: keys[ask.order](), turn, id: document.serviceId, document };
}

function compare(one: Ranked, other: Ranked): number {
  const byKey =
    typeof one.key === "number"
      ? one.key - Number(other.key)
      : Buffer.compare(Buffer.from(one.key), Buffer.from(String(other.key)));
  return byKey || one.turn - other.turn || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** What must be left out of the criteria to count a facet. */
const own: Record<Facet, (keyof Criteria)[]> = {
  place: ["place"],
  category: ["category"],
  need: ["need"],
  outcome: ["outcome"],
  cohort: ["cohort"],
  sex: ["sex"],
  setting: ["setting"],
  method: ["method"],
  language: ["language"],
  access: ["access"],
  unit: ["unit", "from", "to"],
  open: ["open"],
  size: ["size"],
  type: ["type"],
  vcse: ["vcse"],
  led: ["led"],
  consortium: ["consortium"],
  evidence: ["evidence"],
};

function plainFacets(documents: readonly Document[], ask: Ask, phrases: Phrases): FacetCounts {
  const counts: Record<string, Record<string, number>> = Object.fromEntries(
    Object.keys(own).map((facet) => [facet, {}]),
  );
  for (const facet of ask.facets) {
    const criteria = { ...ask.criteria, ...Object.fromEntries(own[facet].map((name) => [name, everything[name]])) };
    for (const document of documents)
      if (isResult(document, { ...ask, criteria }, phrases))
        for (const value of new Set(valuesOf(document, ask)[facet])) {
          const each = counts[facet] ?? {};
          each[value] = (each[value] ?? 0) + 1;
        }
  }
  return counts as FacetCounts;
}

const valuesOf = (document: Document, { day, counted, places }: Ask): Record<Facet, readonly string[]> => ({
  place: counted.filter((place) => document.placeCodes.some((code) => reaches(code, place, places))),
  category: [document.categoryCode],
  need: document.needCodes,
  outcome: document.outcomeCodes,
  cohort: document.cohortCodes,
  sex: document.sex === "anyone" ? ["women", "men"] : [document.sex],
  setting: document.settings,
  method: [document.method],
  language: document.languages.includes("any") ? languageCodes : document.languages,
  access: document.access,
  unit: inForce(document, day).map(({ unit }) => unit),
  open: [document.openPlaces > 0 ? "yes" : "no"],
  size: document.size === null ? [] : [document.size],
  type: document.typeCode === null ? [] : [document.typeCode],
  vcse: [document.vcse ? "yes" : "no"],
  led: [document.led ? "yes" : "no"],
  consortium: [document.consortium ? "yes" : "no"],
  evidence: [inDate(document, day) ? "yes" : "no"],
});

function plainHeat(documents: readonly Document[], ask: Ask, phrases: Phrases): Heat {
  const heat: Heat = {};
  for (const document of documents)
    if (isResult(document, ask, phrases))
      for (const place of valuesOf(document, ask).place) {
        const row = heat[document.categoryCode] ?? {};
        heat[document.categoryCode] = { ...row, [place]: (row[place] ?? 0) + 1 };
      }
  return heat;
}
