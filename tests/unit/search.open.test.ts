import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/values/id";
import { snapshot } from "@/lib/reference/snapshot";
import { fromQuery } from "@/lib/search/address";
import { noCounts } from "@/lib/search/ask";
import { type Cursor, writeCursor } from "@/lib/search/cursor";
import { describeOpen } from "@/lib/search/open/describe";
import { openFacets, parametersOf, readOpen, usualFacets } from "@/lib/search/open/parameters";
import { openFacetCounts } from "@/lib/search/open/shape";
import { everything, readCriteria } from "@/lib/search/schema";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const lists = snapshot(rowsOf(readFiles()), "2026-06-01");
const today = "2026-06-01";
const read = (query: string) => readOpen(fromQuery(query), lists, today);
const faultsOf = (query: string) =>
  Object.fromEntries(read(query).faults.map(({ parameter, detail }) => [parameter, detail]));
const parameters = parametersOf(lists);
const cursor: Cursor = { towards: "after", order: "daily", day: today, key: "0", turn: 7, id: newId() };

describe("the table of parameters", () => {
  test("has every criterion but the price", () => {
    const names: string[] = parameters.map(({ name }) => name);
    const criteria = Object.keys(everything).filter((name) => !["unit", "from", "to"].includes(name));
    expect(names).toEqual([...criteria, "take", "after", "before", "facets"]);
  });

  test.each(parameters)("$name takes what it says, and the reader reads it", (parameter) => {
    const { name } = parameter;
    const values =
      "choices" in parameter
        ? parameter.choices
        : parameter.takes === "number"
          ? [parameter.min, parameter.max].map(String)
          : [];
    for (const value of values) {
      const words = name === "exact" || value === "relevance" ? "words=home&" : "";
      const { ask, faults } = read(`${words}${name}=${encodeURIComponent(value)}`);
      expect([name, value, faults]).toEqual([name, value, []]);
      if (name in everything)
        expect(readCriteria({ words: words ? "home" : "", [name]: value }, lists)).toEqual({
          criteria: ask.criteria,
          remarks: [],
        });
    }
  });
});

test("what is left out is usual", () => {
  expect(read("")).toEqual({
    faults: [],
    ask: { criteria: everything, take: 20, cursor: null, facets: usualFacets, remarks: [] },
  });
  expect(read("facets=none").ask.facets).toEqual([]);
  expect(read("facets=need,sex&facets=open").ask.facets).toEqual(["need", "sex", "open"]);
  expect(read(`after=${writeCursor(cursor)}`).ask.cursor).toEqual(cursor);
});

test.each([
  ["colour=red", "colour"],
  ["Words=home", "Words"],
  ["constructor=1", "constructor"],
  ["__proto__=1", "__proto__"],
  ["take=0", "take"],
  ["take=101", "take"],
  ["take=1e1", "take"],
  ["take=20&take=20", "take"],
  ["words=", "words"],
  ["words=%E2%80%8B", "words"],
  [`words=${"x".repeat(201)}`, "words"],
  ["place=Atlantis", "place"],
  ["place=%E2%80%8B", "place"],
  ["place=new", "place"],
  ["age=9", "age"],
  ["age=-1", "age"],
  ["open=no", "open"],
  ["open=", "open"],
  ["sex=men&sex=women", "sex"],
  ["category=zzz", "category"],
  ["category=accommodation&category=zzz", "category"],
  ["unit=hour", "unit"],
  ["from=1", "from"],
  ["sort=price", "sort"],
  ["sort=relevance", "sort"],
  ["exact=yes", "exact"],
  ["facets=unit", "facets"],
  ["facets=none,place", "facets"],
  ["after=nonsense", "after"],
  [`before=${writeCursor(cursor)}`, "before"],
  [`words=home&after=${writeCursor(cursor)}`, "after"],
  [`after=${writeCursor({ ...cursor, day: "2026-05-01" })}`, "after"],
  [`after=${writeCursor(cursor)}&before=${writeCursor({ ...cursor, towards: "before" })}`, "before"],
])("%s is refused by its name", (query, name) => {
  expect(Object.keys(faultsOf(query))).toEqual([name]);
});

test("every fault is told at once", () => {
  expect(Object.keys(faultsOf("take=0&colour=red&category=zzz&age=x"))).toEqual(["take", "colour", "category", "age"]);
});

test("whatever is typed is read or refused, and never a fault of ours", () => {
  const names = fc.oneof(fc.constantFrom(...parameters.map(({ name }) => name)), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string({ unit: "binary" }))), (pairs) => {
      const { ask, faults } = read(String(new URLSearchParams(pairs)));
      expect(faults.length > 0 || pairs.length === 0 || ask.take >= 1).toBe(true);
      for (const { parameter, detail } of faults)
        expect([parameter.length <= 60, detail.length > 0]).toEqual([true, true]);
    }),
    { numRuns: 300 },
  );
});

test("counts are named, the most first, and only of what was asked", () => {
  const counts = { ...noCounts(), open: { no: 2, yes: 5 }, setting: { custody: 1 }, led: { no: 1 } };
  expect(openFacetCounts(counts, ["open", "setting"], lists)).toEqual({
    setting: [{ value: "custody", name: "In prison", count: 1 }],
    open: [
      { value: "yes", name: "Space now", count: 5 },
      { value: "no", name: "No space now", count: 2 },
    ],
  });
});

describe("the description", () => {
  const described = describeOpen(lists, "https://register.example.org");
  const { get } = described.paths["/api/v1/services"] ?? {};

  test("says what each parameter takes", () => {
    const told = get?.parameters?.filter((each) => each.in === "query") ?? [];
    expect(told.map(({ name }) => name)).toEqual(parameters.map(({ name }) => name));
    for (const each of told) expect([each.name, each.description !== ""]).toEqual([each.name, true]);
    const text = JSON.stringify(told);
    for (const facet of openFacets) expect(text).toContain(`"${facet}"`);
    expect(text).toContain("accommodation: Accommodation");
    expect(text).not.toContain("price");
  });

  test("points only at what it holds", () => {
    const text = JSON.stringify(described);
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(pointed)].toSorted()).toEqual(Object.keys(described.components.schemas).toSorted());
    expect(text).not.toContain("$schema");
  });
});
