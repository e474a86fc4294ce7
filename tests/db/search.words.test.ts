import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { fromQuery } from "@/lib/search/address";
import { search } from "@/lib/search/queries/search";
import { suggest } from "@/lib/search/queries/suggest";
import { type Criteria, everything, readCriteria } from "@/lib/search/schema";
import { chance, type Known, smallRegister } from "../support/small-register";

const buyer: Actor = { kind: "authority", id: newId(), organisationId: newId(), roles: ["commissioner"] };
const ask = (criteria: Partial<Criteria>): Criteria => ({ ...everything, ...criteria });

let lists: Reference;
let known: Known[];

beforeAll(async () => {
  lists = await reference();
  known = await smallRegister(lists, chance(11), 120);
}, 60_000);

const onShow = () => known.filter(({ state, member }) => state === "published" && member === "active");

describe("spelling", () => {
  test.each([
    ["mapel", "maple"],
    ["lantren gardn", "lantern garden"],
    ["Coper", "copper"],
    ["mapel or winter", "maple or winter"],
    ['mapel "river"', 'maple "river"'],
    ["mapel, -kettle", "maple, -kettle"],
  ])("%s is shown as %s", async (typed, shown) => {
    const found = await search(buyer, ask({ words: typed }));
    expect(found.mended).toEqual({ typed, shown });
    expect(found.criteria.words).toBe(shown);
    const meant = await search(buyer, ask({ words: shown }));
    expect(meant.mended).toBeNull();
    expect(found.total).toBe(meant.total);
    expect(found.results).toEqual(meant.results);
  });

  test.each(["maple", "maples", "zzzzzz", '"mapel"', "-mapel river", "mape*", "ma", "the mpl3"])(
    "%s is left as it is",
    async (typed) => {
      const found = await search(buyer, ask({ words: typed }));
      expect(found.mended).toBeNull();
      expect(found.criteria.words).toBe(typed);
    },
  );

  test("the name of a place is not mended, however near it is to a word", async () => {
    const [service] = onShow();
    if (!service) throw new Error("The register has nothing on show.");
    service.organisation.name = "Kint Lodge";
    const { id, name } = service.organisation;
    await db.organisation.updateMany({ where: { id }, data: { name } });
    expect((await search(buyer, ask({ words: "kinnt" }))).mended?.shown).toBe("kint");
    expect((await search(buyer, ask({ words: "Kent" }))).mended).toBeNull();
  });

  test("who asks for the words as they were typed gets those", async () => {
    const found = await search(buyer, ask({ words: "mapel", exact: true }));
    expect(found).toMatchObject({ mended: null, total: 0, criteria: { words: "mapel" } });
  });
});

describe("suggestions", () => {
  test("complete the last word, and say how many services each finds", async () => {
    const found = await suggest(visitor, "maple lan");
    expect(found).toContainEqual(expect.objectContaining({ kind: "words", text: "maple lantern" }));
    for (const { query, count } of found) {
      const { criteria, remarks } = readCriteria(fromQuery(query), lists);
      expect(remarks).toEqual([]);
      expect((await search(visitor, criteria)).total).toBe(count);
    }
  });

  test("name categories, needs, places and organisations", async () => {
    const category = lists.categories.find(onShow()[0]?.categoryCode ?? "");
    const byCategory = await suggest(visitor, category?.name.slice(0, 6).toUpperCase() ?? "");
    expect(byCategory).toContainEqual(
      expect.objectContaining({ kind: "category", text: category?.name, query: `category=${category?.code}` }),
    );
    const byPlace = await suggest(visitor, "Kent, Sur");
    expect(byPlace.map(({ kind, query }) => `${kind} ${query}`)).toContain("place place=region-kent-surrey-and-sussex");
    const both = await suggest(visitor, "maple in surrey");
    expect(both.find(({ kind }) => kind === "place")?.query).toMatch(/^words=maple&place=/);
    const [first] = onShow();
    const byName = await suggest(visitor, first?.organisation.name ?? "");
    expect(byName.map(({ kind, text }) => `${kind} ${text}`)).toContain(`organisation ${first?.organisation.name}`);
  });

  test("are at most eight, and never nothing", async () => {
    for (const typed of ["ma", "ke", "k", "", "trust", "co", "the", "wi"]) {
      const found = await suggest(visitor, typed);
      expect(found.length).toBeLessThanOrEqual(8);
      expect(found.every(({ count }) => count > 0)).toBe(true);
      expect(new Set(found.map(({ kind, query }) => kind + query)).size).toBe(found.length);
    }
  });

  test.each(["%", "_", "\\", "' or 1=1 --", "\u0000ma\ud800", "((((", '"', "x".repeat(10_000), "ma & | ! <-> :*"])(
    "hostile typing suggests like any other (%#)",
    async (typed) => {
      expect((await suggest(visitor, typed)).length).toBeLessThanOrEqual(8);
    },
  );

  test("a word that only a withdrawn service says is not suggested, nor mended to", async () => {
    const [service] = onShow();
    if (!service) throw new Error("The register has nothing on show.");
    const { id } = service.organisation;
    await db.organisation.update({ where: { id }, data: { name: "Quicksilver House" }, select: { id: true } });
    expect((await suggest(visitor, "quick")).map(({ text }) => text)).toEqual(["quicksilver", "Quicksilver House"]);
    expect((await search(visitor, ask({ words: "quiksilver" }))).mended?.shown).toBe("quicksilver");

    await db.service.updateMany({ where: { organisationId: id }, data: { state: "withdrawn" } });
    expect(await suggest(visitor, "quick")).toEqual([]);
    expect((await search(visitor, ask({ words: "quiksilver" }))).mended).toBeNull();
  });
});
