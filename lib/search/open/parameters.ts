import type { Reference } from "@/lib/reference/snapshot";
import { type Facet, facets } from "../ask";
import { type Cursor, readCursor } from "../cursor";
import { orderOf } from "../order";
import {
  type Asked,
  type Criteria,
  choicesOf,
  everything,
  MOST_CHARACTERS,
  numbersOf,
  readCriteria,
  sorts,
} from "../schema";
import { problemWords } from "./words";

/** Prices are for buyers, so the public can neither ask nor sort by them, nor count what is charged for. */
const priced = ["unit", "from", "to"] as const;
const isPriced = (name: string): name is (typeof priced)[number] => priced.some((each) => each === name);

type OpenCriterion = Exclude<keyof Criteria, (typeof priced)[number]>;
export type ParameterName = OpenCriterion | "take" | "after" | "before" | "facets";

export const openSorts = sorts.filter((sort) => sort !== "price");
export const openFacets: readonly Facet[] = facets.filter((facet) => facet !== "unit");
export const usualFacets: readonly Facet[] = ["place", "category", "open", "size", "setting"];
export const TAKE = { least: 1, most: 100, usual: 20 } as const;

/** What a parameter takes: one or several of some choices, a whole number, a cursor, or text. */
export type Parameter = { name: ParameterName } & (
  | { takes: "one" | "some" | "list"; choices: readonly string[]; usual?: readonly string[] }
  | { takes: "number"; min: number; max: number; usual?: number }
  | { takes: "text"; most: number }
  | { takes: "cursor" }
);

/** Every parameter of the open search: each criterion as its own reader reads it, and how much of the answer is wanted. */
export function parametersOf(lists: Reference): readonly Parameter[] {
  const made = kept.get(lists) ?? parametersFrom(lists);
  kept.set(lists, made);
  return made;
}

/** Made once for the lists of a day. */
const kept = new WeakMap<Reference, readonly Parameter[]>();

function parametersFrom(lists: Reference): Parameter[] {
  const choices = choicesOf(lists);
  const names: OpenCriterion[] = [];
  for (const name in everything) if (isCriterion(name)) names.push(name);
  const criteria = names.map((name): Parameter => {
    if (name === "words" || name === "place") return { name, takes: "text", most: MOST_CHARACTERS };
    if (name === "age" || name === "wait") return { name, takes: "number", ...numbersOf[name] };
    if (name === "sort") return { name, takes: "one", choices: openSorts };
    return { name, takes: Array.isArray(everything[name]) ? "some" : "one", choices: choices[name] };
  });
  return [
    ...criteria,
    { name: "take", takes: "number", min: TAKE.least, max: TAKE.most, usual: TAKE.usual },
    { name: "after", takes: "cursor" },
    { name: "before", takes: "cursor" },
    { name: "facets", takes: "list", choices: [...openFacets, "none"], usual: usualFacets },
  ];
}

const isCriterion = (name: string): name is OpenCriterion => name in everything && !isPriced(name);

/** A parameter that could not be used, and what it takes. */
export type Fault = { parameter: string; detail: string };

/** A question of the open search: what is asked, and how much of the answer is wanted. `remarks` say what was made of it. */
export type OpenAsk = {
  criteria: Criteria;
  take: number;
  cursor: Cursor | null;
  facets: readonly Facet[];
  remarks: string[];
};

/**
 * Reads a question of the open search strictly: what a person's page would leave out with a remark is a fault here, named
 * with what it takes. `asked` may hold the council area of a postcode in place of it.
 */
export function readOpen(
  asked: Readonly<Record<string, string[]>>,
  lists: Reference,
  today: string,
): { ask: OpenAsk; faults: Fault[] } {
  const parameters = parametersOf(lists);
  const faults: Fault[] = [];
  const fault = (parameter: string, detail: string) => {
    if (!faults.some((known) => known.parameter === parameter)) faults.push({ parameter, detail });
  };
  for (const [name, values] of Object.entries(asked)) {
    const parameter = parameters.find((each) => each.name === name);
    if (isPriced(name)) fault(name, problemWords.prices);
    else if (!parameter) fault(shortened(name), problemWords.unknown(parameters.map((each) => each.name)));
    else for (const detail of faultsOf(parameter, values)) fault(name, detail);
  }
  const readable = Object.fromEntries(
    Object.entries(asked).filter(([name]) => !faults.some(({ parameter }) => parameter === name) && isCriterion(name)),
  ) satisfies Asked;
  const { criteria, remarks } = readCriteria(readable, lists);
  for (const { about, text } of remarks)
    if (about !== "place" || criteria.place === null)
      fault(about, about === "words" ? problemWords.words(MOST_CHARACTERS) : text);
  if ("place" in readable && criteria.place === null) fault("place", problemWords.empty);
  if (criteria.words === "") {
    if ("words" in readable) fault("words", problemWords.empty);
    if ("exact" in readable) fault("exact", problemWords.needsWords);
    if (readable.sort?.includes("relevance")) fault("sort", problemWords.needsWords);
  }
  const { after, before } = asked;
  if (after && before) fault("before", problemWords.both);
  const typed = after?.[0] ?? before?.[0];
  const cursor = typed === undefined ? null : readCursor(typed, orderOf(criteria), today);
  if (typed !== undefined && cursor?.towards !== (after ? "after" : "before"))
    fault(after ? "after" : "before", problemWords.cursor);
  return {
    ask: {
      criteria,
      cursor,
      take: Number(asked.take?.[0] ?? TAKE.usual),
      facets: facetsIn(asked.facets),
      remarks: remarks.map(({ text }) => text),
    },
    faults,
  };
}

function faultsOf(parameter: Parameter, values: readonly string[]): string[] {
  if (values.some((value) => value.trim() === "")) return [problemWords.empty];
  if (parameter.takes === "list") {
    const items = itemsIn(values);
    const known = items.every((item) => parameter.choices.includes(item));
    return known && (items.length === 1 || !items.includes("none")) ? [] : [problemWords.takes(parameter.choices)];
  }
  if (parameter.takes === "some") return oneOf(parameter.choices, values);
  if (values.length > 1) return [problemWords.once];
  const [value = ""] = values;
  switch (parameter.takes) {
    case "one":
      return oneOf(parameter.choices, values);
    case "number": {
      const { min, max } = parameter;
      const fits = /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max;
      return fits ? [] : [problemWords.number(min, max)];
    }
    case "text":
      return [...value].length > parameter.most ? [problemWords.words(parameter.most)] : [];
    case "cursor":
      return [];
  }
}

const oneOf = (choices: readonly string[], values: readonly string[]) =>
  values.every((value) => choices.includes(value)) ? [] : [problemWords.takes(choices)];
const itemsIn = (values: readonly string[]) => values.flatMap((value) => value.split(",").map((item) => item.trim()));

function facetsIn(values: readonly string[] | undefined): readonly Facet[] {
  if (!values) return usualFacets;
  const wanted = itemsIn(values);
  return openFacets.filter((facet) => wanted.includes(facet));
}

/** A name that somebody made up is said back short, and without what a screen would hide. */
const shortened = (name: string) => name.replace(/[^\p{L}\p{N}\p{P} ]/gu, "").slice(0, 60);
