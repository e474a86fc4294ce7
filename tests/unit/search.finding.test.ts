import { describe, expect, test } from "vitest";
import { merged } from "@/components/search/find/finder-form";
import { policeTiles } from "@/lib/reference/police-tiles";
import { snapshot } from "@/lib/reference/snapshot";
import { noCounts } from "@/lib/search/ask";
import { type Field, facetsOf, filtersOf, openSections, sectionNames } from "@/lib/search/finding/filters";
import { rowOf } from "@/lib/search/finding/rows";
import { findHref, readView } from "@/lib/search/finding/view";
import { type Candidate, placeMark } from "@/lib/search/rules";
import { type Criteria, everything } from "@/lib/search/schema";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const lists = snapshot(rowsOf(readFiles()), "2026-06-01");
const { places } = lists;
const ask = (criteria: Partial<Criteria>): Criteria => ({ ...everything, ...criteria });
const counts = (some: Partial<ReturnType<typeof noCounts>>) => ({ ...noCounts(), ...some });
const buyer = { more: [], prices: true } as const;

describe("the map of police areas", () => {
  const areas = places.all.filter(({ kind, current }) => kind === "policeArea" && current);

  test("every police area has exactly one square, and every square is a police area", () => {
    expect(Object.keys(policeTiles).toSorted()).toEqual(areas.map(({ code }) => code).toSorted());
  });

  test("no two stand on the same square, and each name fits", () => {
    const tiles = Object.values(policeTiles);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
    expect(tiles.filter(({ short }) => short.length > 9)).toEqual([]);
    expect(new Set(tiles.map(({ short }) => short)).size).toBe(tiles.length);
  });

  test("they lie to each other as the areas do", () => {
    const at = (code: string) => policeTiles[`police-${code}`] ?? { row: Number.NaN, column: Number.NaN };
    expect(at("northumbria").row).toBeLessThan(at("kent").row);
    expect(at("dyfed-powys").column).toBeLessThan(at("norfolk").column);
    expect(at("devon-and-cornwall").column).toBeLessThan(at("sussex").column);
  });
});

describe("how a service's places lie to the place that was asked", () => {
  const region = "region-kent-surrey-and-sussex";
  const council = places.descendants("police-kent").find(({ kind }) => kind === "localAuthority")?.code ?? "";

  test.each([
    [["police-kent"], "police-kent", "same"],
    [["police-kent", region], "police-kent", "same"],
    [[region], "police-kent", "wider"],
    [["police-kent"], region, "part"],
    [["police-kent", region], council, "wider"],
    [[council], region, "part"],
    [[council], "police-kent", "part"],
  ])("%j for %s: %s", (codes, asked, mark) => {
    expect(placeMark(codes, asked, places)).toBe(mark);
  });

  test("a delivery unit that serves a council goes with it", () => {
    const served = places.all.flatMap(({ code, kind }) =>
      kind === "localAuthority"
        ? places
            .around(code)
            .filter((near) => places.find(near)?.kind === "pdu" && !places.contains(near, code))
            .map((unit) => ({ code, unit }))
        : [],
    );
    expect(served.length).toBeGreaterThan(0);
    for (const { code, unit } of served) expect(["near", "wider"]).toContain(placeMark([unit], code, places));
  });
});

describe("the filters", () => {
  const fieldsIn = (criteria: Criteria, more: Parameters<typeof openSections>[0]["more"], some = {}) =>
    filtersOf({ criteria, more, prices: true }, counts(some), lists).flatMap(({ fields }) => fields ?? []);

  test("what is less often asked is folded until it is asked for or something of it is chosen", () => {
    const usual = openSections({ criteria: everything, ...buyer });
    expect(usual).toEqual(["category", "when", "people", "price"]);
    expect(openSections({ criteria: ask({ language: ["cy"] }), ...buyer })).toEqual([...usual, "how"]);
    expect(openSections({ criteria: everything, prices: true, more: ["runs"] })).toEqual([...usual, "runs"]);
  });

  test("only what is on the page is counted", () => {
    expect(facetsOf({ criteria: everything, ...buyer })).toEqual(["category", "open", "sex", "cohort", "unit"]);
    expect(facetsOf({ criteria: everything, more: [], prices: false })).not.toContain("unit");
    expect(facetsOf({ criteria: everything, more: ["where"], prices: true })).toContain("place");
  });

  test("everything that can be asked has a field, but for words and place, which stand above them", () => {
    const plenty = Object.fromEntries(Object.keys(noCounts()).map((facet) => [facet, new Proxy({}, { get: () => 1 })]));
    const names = fieldsIn(everything, sectionNames, plenty).map(({ name }) => name);
    expect([...names, "words", "place"].toSorted()).toEqual(
      Object.keys(everything)
        .filter((name) => name !== "sort" && name !== "exact")
        .toSorted(),
    );
  });

  test("a choice that would give nothing is left out unless it is chosen, and several may be chosen", () => {
    const field = fieldsIn(ask({ method: ["group", "remote"] }), [], { method: { oneToOne: 3, group: 2 } }).find(
      (one): one is Extract<Field, { kind: "ticks" }> => one.name === "method",
    );
    expect(field?.choices.map(([value, , many]) => [value, many])).toEqual([
      ["oneToOne", 3],
      ["group", 2],
      ["remote", 0],
    ]);
    expect(field?.chosen).toEqual(["group", "remote"]);
  });

  test("what has nothing to choose from is not drawn, but for what somebody unfolded", () => {
    const sections = filtersOf({ criteria: everything, more: ["needs"], prices: false }, noCounts(), lists);
    expect(sections.map(({ name, fields }) => [name, fields?.length])).toEqual([
      ["when", 1],
      ["people", 1],
      ["where", undefined],
      ["needs", 0],
      ["how", undefined],
      ["runs", undefined],
    ]);
  });

  test("prices are offered to buyers alone", () => {
    const names = filtersOf({ criteria: everything, more: [], prices: false }, noCounts(), lists).map(
      ({ name }) => name,
    );
    expect(names).not.toContain("price");
  });
});

describe("the view", () => {
  test("is read from an address, and what is not known is left out", () => {
    expect(readView({ view: "map", more: ["how", "nonsense", "how"] })).toEqual({ shown: "map", more: ["how"] });
    expect(readView({ view: "globe", more: "where" })).toEqual({ shown: "list", more: ["where"] });
    expect(readView({ more: ["toString", "__proto__"] })).toEqual({ shown: "list", more: [] });
  });

  test("stays in the address of another question", () => {
    expect(findHref(ask({ place: "police-kent" }), { shown: "map" })).toBe("/find?place=police-kent&view=map");
    expect(findHref(everything, { shown: "list" })).toBe("/find");
  });
});

test.each([
  ["/find?words=men&open=yes", "words", "words=mentor", "/find?open=yes&words=mentor"],
  ["/find?words=acc&category=women", "words", "category=accommodation", "/find?category=women&category=accommodation"],
  ["/find?words=acc&category=women", "words", "category=women", "/find?category=women"],
  ["/find", "words", "words=safe+home&place=police-kent", "/find?words=safe+home&place=police-kent"],
  ["/find?words=home&place=ken", "place", "place=police-kent", "/find?words=home&place=police-kent"],
])("%s with what the offer of the field for %s asks, %s: %s", (address, field, asks, after) => {
  expect(merged(address, field, asks)).toBe(after);
});

test("a result is said in lines", () => {
  const result: Candidate & { why: string[] } = {
    id: "",
    reference: "TS-2026-000001",
    title: "A home first",
    summary: "",
    organisation: { id: "", reference: "", name: "Harbour" },
    categoryCode: "accommodation",
    needCodes: [],
    outcomeCodes: [],
    cohortCodes: [],
    placeCodes: ["region-kent-surrey-and-sussex", "police-essex", "police-suffolk"],
    sex: "anyone",
    minAge: 18,
    maxAge: null,
    settings: ["community"],
    method: "oneToOne",
    languages: ["en"],
    access: [],
    places: 8,
    openPlaces: 0,
    waitDays: 14,
    capacityAsOf: null,
    typeCode: null,
    size: "small",
    vcse: true,
    led: false,
    consortium: false,
    evidenceUntil: null,
    versionId: "",
    versionNumber: 1,
    prices: [
      { unit: "hour", pence: 3500n },
      { unit: "session", pence: 9000n },
    ],
    found: [],
    why: ["Covers the whole of Kent, Surrey and Sussex"],
  };
  expect(rowOf(result, ask({ place: "police-kent", unit: "hour" }), places)).toEqual({
    reference: "TS-2026-000001",
    title: "A home first",
    open: "",
    mark: "Regional",
    under: "Harbour, Kent, Surrey and Sussex, Essex and 1 more place",
    facts: "From £35.00 an hour · 8 places, none open · 2 weeks to wait · Small organisation",
    why: "Here because: Covers the whole of Kent, Surrey and Sussex",
  });
  expect(rowOf({ ...result, openPlaces: 1, prices: null, why: [] }, everything, places)).toMatchObject({
    open: "1 place open",
    mark: "",
    facts: "2 weeks to wait · Small organisation",
    why: "",
  });
});
