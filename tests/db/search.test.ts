import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/id";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { buyable } from "@/lib/register/membership/policy";
import { type Facet, facets } from "@/lib/search/ask";
import { readCursor } from "@/lib/search/cursor";
import { orderOf } from "@/lib/search/order";
import { listForExport, listWider, type Page, search, searchDay } from "@/lib/search/queries/search";
import { findBuyable, listCompared } from "@/lib/search/queries/services";
import { countedPlaces } from "@/lib/search/reach";
import { type Criteria, everything, readCriteria, sorts } from "@/lib/search/schema";
import { languageCodes } from "@/lib/search/words";
import { type Chance, chance, type Known, smallRegister, vocabulary } from "../support/small-register";

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
    const criteria = anyCriteria(random);
    const expected = known.filter((service) => matches(service, criteria));
    const found = await search(buyer, criteria);
    const pages = await allPages(criteria, found);

    expect(found.total).toBe(expected.length);
    expect(pages.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(found.facets).toEqual(countedOneByOne(criteria));
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

function anyCriteria(random: Chance): Criteria {
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
function answers(service: Known, criteria: Criteria): Record<string, boolean> {
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

const matches = (service: Known, criteria: Criteria) => Object.values(answers(service, criteria)).every(Boolean);

function countedOneByOne(criteria: Criteria) {
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
        if (!Object.entries(answers(service, criteria)).every(([name, yes]) => yes || name === facet)) continue;
        for (const value of new Set(values[facet](service))) counts[value] = (counts[value] ?? 0) + 1;
      }
      return [facet, counts];
    }),
  );
}
