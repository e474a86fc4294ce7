import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { buyable } from "@/lib/register/membership/policy";
import { readCursor } from "@/lib/search/cursor";
import { orderOf } from "@/lib/search/order";
import { listForExport, listWider, type Page, search, searchDay } from "@/lib/search/queries/search";
import { findBuyable, listCompared } from "@/lib/search/queries/services";
import { type Criteria, everything, readCriteria, sorts } from "@/lib/search/schema";
import { anyCriteria, countedOneByOne, matches } from "../support/naive-search";
import { chance, type Known, smallRegister } from "../support/small-register";

const buyer: Actor = { kind: "authority", id: newId(), organisationId: newId(), roles: ["commissioner"] };
const charity: Actor = { kind: "provider", id: newId(), organisationId: newId(), roles: ["editor"] };

let lists: Reference;
let known: Known[];

beforeAll(async () => {
  lists = await reference();
  known = await smallRegister(lists, chance(7), 320);
}, 60_000);

const ask = (criteria: Partial<Criteria>): Criteria => ({ ...everything, ...criteria });

describe("the same as reading every service one by one", () => {
  const random = chance(20261122);
  const rounds = Array.from({ length: 160 }, (_, round) => round);

  test.each(rounds)("question %i", async () => {
    const criteria = anyCriteria(random, lists);
    const expected = known.filter((service) => matches(service, criteria, lists));
    const found = await search(buyer, criteria);
    const pages = await allPages(criteria, found);

    expect(found.total).toBe(expected.length);
    expect(pages.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(found.facets).toEqual(countedOneByOne(known, criteria, lists));
    if (expected.length > 0 && criteria.words === "")
      expect(found.results[0]?.why.length).toBeGreaterThanOrEqual(asked(criteria) > 0 ? 1 : 0);
  });
});

test.each(sorts)("the order by %s is the same however it is paged, and back again", async (sort) => {
  const criteria = ask({
    sort,
    unit: sort === "price" ? "hour" : null,
    words: sort === "relevance" ? "maple or river or copper" : "",
  });
  const first = await search(buyer, criteria);
  const second = await search(buyer, criteria, {
    cursor: readCursor(first.next ?? "", orderOf(criteria), searchDay()),
  });
  const back = await search(buyer, criteria, {
    cursor: readCursor(second.previous ?? "", orderOf(criteria), searchDay()),
  });

  expect(first.total).toBeGreaterThan(25);
  expect(second.from).toBe(26);
  expect(second.results.map(({ id }) => id)).not.toEqual(expect.arrayContaining(first.results.map(({ id }) => id)));
  expect(back.results.map(({ id }) => id)).toEqual(first.results.map(({ id }) => id));
  expect(back.from).toBe(1);
  expect(back.previous).toBeNull();
  const exported = await listForExport(buyer, criteria);
  expect(exported.slice(0, 25).map(({ id }) => id)).toEqual(first.results.map(({ id }) => id));
  expect(exported).toHaveLength(first.total);
});

test("only what is published under an active membership is ever found, whoever asks", async () => {
  const onShow = known.filter(({ state, member }) => state === "published" && member === "active");
  const prisma = await db.service.findMany({
    where: buyable(),
    select: { id: true },
    orderBy: { id: "asc" },
    take: 500,
  });
  expect(prisma.map(({ id }) => id)).toEqual(onShow.map(({ id }) => id).toSorted());

  for (const actor of [buyer, charity, visitor]) {
    const found = await listForExport(actor, everything);
    expect(found.map(({ id }) => id).toSorted()).toEqual(onShow.map(({ id }) => id).toSorted());
  }
  for (const hidden of known.filter((service) => !onShow.includes(service)))
    expect(await findBuyable(buyer, hidden.reference)).toBeNull();
});

test("prices are for buyers: others see none, and cannot ask or sort by them", async () => {
  const byPrice = ask({ unit: "hour", from: 2000n, to: 3000n, sort: "price" });
  const seen = await search(buyer, byPrice);
  expect(
    seen.results.every(({ prices }) =>
      prices?.some(({ unit, pence }) => unit === "hour" && pence >= 2000n && pence <= 3000n),
    ),
  ).toBe(true);

  const all = await search(visitor, everything);
  for (const actor of [charity, visitor]) {
    const found = await search(actor, byPrice);
    expect(found.results.every(({ prices }) => prices === null)).toBe(true);
    expect(found.total).toBe(all.total);
    expect(found.order).toBe("daily");
    expect(found.remarks).toHaveLength(1);
  }
  const [first] = seen.results;
  expect((await findBuyable(buyer, first?.reference ?? ""))?.rateCard).not.toBeNull();
  expect((await findBuyable(visitor, first?.reference ?? ""))?.rateCard).toBeNull();
});

test.each([
  ["' or 1=1 --"],
  ["the and of"],
  ['" unclosed'],
  ["a & | ! ( ) <-> :* \\"],
  ["-maple"],
  ["\u0000maple\u0000"],
  ["\ud800 lone"],
  ['%_\'; drop table "Service"; --'],
  ["maple ".repeat(2000)],
  ["x".repeat(10_000)],
  ["或者 или \u202Eelpam"],
])("hostile words are a search like any other (%#)", async (typed) => {
  const { criteria } = readCriteria({ words: typed, place: typed, from: typed, age: typed, sort: typed }, lists);
  const found = await search(buyer, criteria);
  expect(found.total).toBeGreaterThanOrEqual(found.results.length);
});

test("words that are too common are left out, and said", async () => {
  const found = await search(buyer, ask({ words: "the and of" }));
  expect(found.total).toBe((await search(buyer, everything)).total);
  expect(found.remarks.map(({ about }) => about)).toEqual(["words"]);
});

test("the name of an organisation is found, also after it changes", async () => {
  const [service] = known.filter(({ state, member }) => state === "published" && member === "active");
  if (!service) throw new Error("The register has nothing on show.");
  const { id, name } = service.organisation;
  await db.organisation.update({ where: { id }, data: { name: "Zephyr House" }, select: { id: true } });
  const found = await search(buyer, ask({ words: "zephyr" }));
  await db.organisation.update({ where: { id }, data: { name }, select: { id: true } });

  expect(found.results.map(({ organisation }) => organisation.id)).toContain(id);
  expect(found.results[0]?.why).toEqual(["Matches “zephyr” in the name of the organisation"]);
  expect((await search(buyer, ask({ words: "zephyr" }))).total).toBe(0);
});

test("nothing found: each thing that could be left out says what it would give, and each wider place", async () => {
  const hopeless = ask({ words: "nothingatall", open: true, place: "region-kent-surrey-and-sussex" });
  const wider = await listWider(buyer, hopeless);
  expect(wider.map((one) => one.kind === "drop" && one.name)).toEqual(["words"]);
  expect(wider[0]?.count).toBe((await search(buyer, { ...hopeless, words: "" })).total);

  const council = lists.places.all.find(
    ({ kind, code }) =>
      kind === "localAuthority" &&
      !known.some(({ placeCodes }) => placeCodes.some((one) => lists.places.around(code).includes(one))),
  );
  if (!council) return;
  const nearby = await listWider(buyer, ask({ place: council.code }));
  for (const one of nearby) expect(one.count).toBe((await search(buyer, one.criteria)).total);
});

test("a comparison keeps the order asked, at four and without what cannot be bought", async () => {
  const onShow = (await search(buyer, everything)).results.map((row) => row.reference);
  const [hidden] = known.filter(({ state }) => state === "draft");
  const asked = [...onShow.slice(0, 3).reverse(), hidden?.reference ?? "", "nonsense", "' or 1=1"];
  expect((await listCompared(buyer, asked)).map((facts) => facts.reference)).toEqual(onShow.slice(0, 3).reverse());
  expect(await listCompared(buyer, onShow)).toHaveLength(4);
});

test("a cursor that was made up, or made for another order, shows the first page", async () => {
  const first = await search(buyer, everything);
  for (const made of [
    "after",
    "after.x.y",
    `after.${newId()}.AAAA`,
    `after.${newId()}.${"x".repeat(3000)}`,
    first.next ?? "",
  ])
    expect((await search(buyer, everything, { cursor: readCursor(made, "wait", searchDay()) })).from).toBe(1);
});

async function allPages(criteria: Criteria, first: Page) {
  const all = [...first.results];
  for (let page = first; page.next; ) {
    page = await search(buyer, criteria, { cursor: readCursor(page.next, page.order, page.day) });
    expect(page.from).toBe(all.length + 1);
    all.push(...page.results);
  }
  return all;
}

const asked = ({ sort: _, ...criteria }: Criteria) =>
  Object.values(criteria).filter((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== "" && value !== false,
  ).length;
