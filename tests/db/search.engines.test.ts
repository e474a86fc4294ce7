import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { MembershipState, ServiceState } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { addDays, asDate, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { type Answer, type Ask, type Engine, facets, type Hit } from "@/lib/search/ask";
import type { Cursor } from "@/lib/search/cursor";
import { engine, settled, startIndex, stopIndex } from "@/lib/search/live/serving";
import { orderOf } from "@/lib/search/order";
import { readAsked } from "@/lib/search/queries/search";
import { suggest } from "@/lib/search/queries/suggest";
import { countedPlaces } from "@/lib/search/reach";
import { type Criteria, everything, readCriteria, type Sort, sorts } from "@/lib/search/schema";
import { database } from "@/lib/search/sql/engine";
import { anyCriteria, matches } from "../support/naive-search";
import { chance, type Known, smallRegister, vocabulary } from "../support/small-register";

const buyer: Actor = { kind: "authority", id: newId(), organisationId: newId(), roles: ["commissioner"] };
const today = londonDay(new Date());
const random = chance(4711);

let lists: Reference;
let known: Known[];
let index: Engine;

beforeAll(async () => {
  lists = await reference();
  known = await smallRegister(lists, chance(13), 220);
  startIndex({ from: 0 });
  await settled();
  index = await engine();
}, 60_000);
afterAll(stopIndex);

const ask = (criteria: Partial<Criteria>): Criteria => ({ ...everything, ...criteria });
const place = (towards: Cursor["towards"], order: Sort, { key, turn, card }: Hit): Cursor => ({
  ...{ towards, order, day: today, key, turn, id: card.id },
});

/** A question as a page would ask it, and then whatever else may be asked of an engine. */
async function askOf(criteria: Criteria, more: Partial<Ask> = {}): Promise<Ask> {
  const { question } = await readAsked(buyer, criteria);
  return {
    ...question,
    order: orderOf(question.criteria),
    orderDay: today,
    cursor: null,
    take: 25,
    facets,
    counted: countedPlaces(question.criteria, lists.places),
    heat: true,
    ...more,
  };
}

const sqlAnswers = vi.spyOn(database, "answer");

/** Both engines' answer, which must be one, and the index's its own. */
async function both(asked: Ask): Promise<Answer> {
  sqlAnswers.mockClear();
  const held = await index.answer(asked);
  expect(sqlAnswers).not.toHaveBeenCalled();
  const sql = await database.answer(asked);
  expect(held).toEqual(sql);
  expect(await index.count([asked])).toEqual([sql.total]);
  return held;
}

const words = () => {
  const [one, two, three] = [random.one(vocabulary), random.one(vocabulary), random.one(vocabulary)];
  return random.one([
    `"${one} ${two}"`,
    `${one} or ${two}`,
    `${one} -${two}`,
    `-${one}`,
    `-"${one} ${two}" ${three}`,
    `${one.slice(0, 3)}*`,
    `${one.slice(0, 2)}* -${two}`,
    `"${one} ${two}" or ${three} or trust`,
    `"${one} trust" -${two}`,
    `${one} ${two} ${three}`,
    `"the ${one}" ${two}`,
  ]);
};

/** Changes the register as its rooms would, and what the test knows of it. */
const edits: ((service: Known) => Promise<unknown>)[] = [
  (service) => {
    service.openPlaces = random.below(5);
    service.waitDays = random.one([0, 5, 14, 60]);
    const { openPlaces, waitDays } = service;
    return db.service.updateMany({ where: { id: service.id }, data: { openPlaces, waitDays } });
  },
  async (service) => {
    const moves: Partial<Record<ServiceState, ServiceState[]>> = {
      published: ["paused", "stale", "withdrawn"],
      paused: ["published"],
      stale: ["published"],
    };
    const to = moves[service.state];
    if (!to) return;
    service.state = random.one(to);
    await db.service.updateMany({ where: { id: service.id }, data: { state: service.state } });
  },
  async (service) => {
    const moves: Partial<Record<MembershipState, MembershipState[]>> = {
      active: ["suspended", "lapsed"],
      suspended: ["active"],
      lapsed: ["active"],
    };
    const state = random.one(moves[service.member ?? "left"] ?? []);
    if (!state) return;
    const { membershipId } = await db.service.findUniqueOrThrow({
      where: { id: service.id },
      select: { membershipId: true },
    });
    await db.membership.updateMany({ where: { id: membershipId ?? "" }, data: { state } });
    for (const other of known)
      if (other.organisation.id === service.organisation.id && other.categoryCode === service.categoryCode)
        other.member = state;
  },
  ({ organisation }) => {
    organisation.name = `${random.one(vocabulary)} trust`;
    return db.organisation.updateMany({ where: { id: organisation.id }, data: { name: organisation.name } });
  },
  async ({ organisation: { id, provider } }) => {
    if (!provider) return;
    provider.size = random.one(["micro", "small", "medium", "large"]);
    provider.vcse = random.next() < 0.5;
    provider.led = random.next() < 0.5;
    const { size, vcse, led } = provider;
    await db.provider.updateMany({ where: { organisationId: id }, data: { size, vcse, ledByLivedExperience: led } });
  },
];

/** Prices of a later day, and answers that run out: what the day of a question decides. */
async function comeAndGo() {
  const user = await db.user.create({
    data: { email: `${newId()}@example.org`, name: "Somebody", createdAt: new Date() },
    select: { id: true },
  });
  const register = await db.register.findFirstOrThrow({ select: { id: true } });
  const condition = await db.condition.create({
    data: {
      ...{ registerId: register.id, number: 1, kind: "question", title: "A question", text: "", help: "" },
      ...{ justification: "", ruleCode: "", minutes: 1 },
    },
    select: { id: true },
  });
  for (const { id, organisation } of known.slice(0, 60)) {
    const from = addDays(today, 10 + random.below(20));
    const { id: cardId } = await db.rateCard.create({
      data: {
        ...{ serviceId: id, version: 2, createdAt: new Date(), validFrom: asDate(from) },
        lines: { create: [{ number: 1, unit: random.one(["hour", "session"]), what: "", pence: 777n }] },
      },
      select: { id: true },
    });
    await db.rateCard.updateMany({
      where: { serviceId: id, version: 1 },
      data: { validTo: asDate(addDays(from, -1 - random.below(3))) },
    });
    await db.rateCard.updateMany({ where: { id: cardId }, data: { publishedAt: new Date() } });
    await db.profileAnswer.createMany({
      data: [
        {
          ...{ organisationId: organisation.id, conditionId: condition.id, met: true, text: "", answeredById: user.id },
          ...{ version: 1, answeredAt: new Date(), expiresOn: asDate(addDays(today, random.below(40) - 10)) },
        },
      ],
      skipDuplicates: true,
    });
  }
}

describe("one answer", () => {
  test("after any history, to any question: page, order, total, facets, heat and generation", async () => {
    let asked = 0;
    for (let history = 0; history < 12; history += 1) {
      for (let edit = 0; edit < 8; edit += 1) await random.one(edits)(random.one(known));
      await settled();
      expect((await engine()).name).toBe("index");
      for (let question = 0; question < 20; question += 1) {
        const criteria = anyCriteria(random, lists);
        const plain = question % 3 > 0;
        if (!plain) criteria.words = words();
        const sort = random.one([...sorts, null]);
        criteria.sort = (sort === "price" && !criteria.unit) || (sort === "relevance" && !criteria.words) ? null : sort;
        const first = await both(
          await askOf(criteria, {
            take: random.one([1, 7, 25, 300]),
            facets: random.one([facets, facets, [], ["place", "unit", "sex"]]),
            heat: random.next() < 0.5,
            orderDay: random.one([today, addDays(today, -1)]),
          }),
        );
        if (plain) expect(first.total).toBe(known.filter((service) => matches(service, criteria, lists)).length);
        const at = random.one(first.page.length > 0 ? first.page : [null]);
        if (!at) continue;
        const order = orderOf(criteria);
        for (const towards of ["after", "before"] as const)
          await both(await askOf(criteria, { cursor: place(towards, order, at), take: random.one([1, 5, 25]) }));
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(80);
  });

  test("on any day, when prices and evidence come and go", async () => {
    await comeAndGo();
    await settled();
    const totals = new Set<string>();
    for (const days of [-2, 0, 3, 9, 10, 15, 21, 29, 40]) {
      const day = addDays(today, days);
      for (const criteria of [
        ask({ unit: "hour", from: 700n, to: 800n }),
        ask({ unit: "session", sort: "price" }),
        ask({ evidence: true }),
        everything,
      ]) {
        const { total, facets: counts } = await both(await askOf(criteria, { day, orderDay: day }));
        totals.add(`${total} ${counts.evidence.yes} ${counts.unit.hour}`);
      }
    }
    expect(totals.size).toBeGreaterThan(10);
  });

  test.each(sorts)("walked through by %s, there and back: each service once", async (sort) => {
    const criteria = ask({
      sort,
      unit: sort === "price" ? "hour" : null,
      words: sort === "relevance" ? "maple or river or copper" : "",
    });
    const there: string[] = [];
    let last: Hit | undefined;
    for (let page = await both(await askOf(criteria, { take: 9 })); page.page.length > 0; ) {
      expect(page.preceding).toBe(there.length);
      there.push(...page.page.map(({ card }) => card.id));
      last = page.page.at(-1);
      if (last) page = await both(await askOf(criteria, { take: 9, cursor: place("after", sort, last) }));
    }
    const { total } = await both(await askOf(criteria));
    expect([there.length, new Set(there).size]).toEqual([total, total]);

    const back = last ? [last.card.id] : [];
    while (last) {
      const { page } = await both(await askOf(criteria, { take: 9, cursor: place("before", sort, last) }));
      back.unshift(...page.map(({ card }) => card.id));
      last = page[0];
    }
    expect(back).toEqual(there);
  });

  test("about words: how many say a lexeme, and which words there are", async () => {
    const lexemes = [...vocabulary.map((word) => word.slice(0, 5)), "mapl", "river", "trust", "kettl", "'", "\\"];
    expect(await index.heard(lexemes)).toEqual(await database.heard(lexemes));
    const [held, sql] = [await index.vocabulary(), await database.vocabulary()];
    expect([...held].toSorted()).toEqual([...sql].toSorted());
  });
});

describe("hostile questions", () => {
  const everyBox = () =>
    readCriteria(
      {
        ...{ words: "maple", place: "region-kent-surrey-and-sussex", sex: "women", age: "30", unit: "hour" },
        ...{
          from: "0",
          to: "9999",
          open: "yes",
          wait: "3650",
          vcse: "yes",
          led: "yes",
          consortium: "no",
          evidence: "yes",
        },
        category: lists.categories.all.map(({ code }) => code),
        need: lists.categories.all.map(({ code }) => code),
        outcome: lists.outcomes.all.map(({ code }) => code),
        cohort: lists.cohorts.all.map(({ code }) => code),
        setting: ["community", "custody", "throughTheGate"],
        method: ["oneToOne", "group", "residential", "remote", "mixed"],
        language: ["en", "cy", "pl"],
        access: ["stepFree", "evenings", "homeVisits", "weekends"],
        size: ["micro", "small", "medium", "large"],
        type: lists.organisationTypes.all.map(({ code }) => code),
      },
      lists,
    ).criteria;

  test.each([
    ["operators", { words: "a & | ! ( ) <-> <2> :* :A \\ ' \" - -- or or and" }],
    ["an operator in a phrase", { words: '"maple & !river" or "\'copper\' <-> trust"' }],
    ["stop words only", { words: "the and of" }],
    ["one long word", { words: "x".repeat(10_000) }],
    ["ten kilobytes of words", { words: "maple or ".repeat(1200) }],
    ["many phrases", { words: '"maple river" or '.repeat(20) }],
    ["nothing but what is ruled out", { words: "-maple -river" }],
    ["control characters and halves of pairs", { words: "\u0000maple\ud800 \u202Eriver" }],
    ["SQL", { words: '\'; drop table "Service"; --' }],
    ["unknown values", { place: "nowhere", category: "x", sex: "y", age: "-1", unit: "z", from: "1e9", sort: "q" }],
    ["every list twice", { category: ["accommodation", "accommodation"], open: ["yes", "yes"] }],
  ])("%s", async (_, typed) => {
    const { criteria } = readCriteria(typed, lists);
    const { total, page } = await both(await askOf(criteria));
    expect(total).toBeGreaterThanOrEqual(page.length);
  });

  test("every box ticked", async () => {
    await both(await askOf(everyBox()));
  });

  test("a letter with its accent, in both of its forms, is one letter", async () => {
    const service = known.find(({ state, member }) => state === "published" && member === "active");
    await db.organisation.updateMany({
      where: { id: service?.organisation.id ?? "" },
      data: { name: "Caf\u00e9 Ch\u00e2teau" },
    });
    await settled();
    const totals = [];
    for (const typed of ["caf\u00e9", "cafe\u0301", "CAFE\u0301", '"cafe\u0301 cha\u0302teau"'])
      totals.push((await both(await askOf(readCriteria({ words: typed }, lists).criteria))).total);
    expect(totals[0]).toBeGreaterThan(0);
    expect(new Set(totals).size).toBe(1);
  });

  test("a cursor beyond either end", async () => {
    for (const sort of ["title", "wait", "daily"] as const)
      for (const towards of ["after", "before"] as const)
        for (const key of sort === "title"
          ? ["", "\u{10ffff}".repeat(50), "zzz"]
          : ["-999999999999999", "999999999999999", "0"])
          for (const turn of [0, 0x7fff_ffff])
            for (const id of ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"]) {
              const cursor: Cursor = { towards, order: sort, day: today, key, turn, id };
              await both(await askOf(ask({ sort }), { cursor, facets: [], heat: false }));
            }
  });
});

test("a walk while others write shows each service that stays as it is once, whichever engine answers a page", async () => {
  const steady = known.filter(
    (service, at) => at % 2 === 0 && service.state === "published" && service.member === "active",
  );
  const restless = known.filter((_, at) => at % 2 === 1).filter(({ state }) => ["published", "paused"].includes(state));
  let writing = true;
  const writer = (async () => {
    for (let at = 0; writing; at += 1) {
      const service = restless[at % restless.length];
      if (service)
        await db.service.updateMany({
          where: { id: service.id },
          data: {
            state: at % 3 === 0 ? "paused" : "published",
            waitDays: random.below(50),
            openPlaces: random.below(3),
          },
        });
    }
  })();
  try {
    for (const sort of ["daily", "wait", "title", "wait"] as const) {
      const seen: string[] = [];
      let cursor: Cursor | null = null;
      for (let more = true; more; ) {
        const serving: Engine = random.next() < 0.3 ? database : await engine();
        const asked: Ask = await askOf(ask({ sort }), { cursor, take: 7, facets: ["open", "category"] });
        const { page, total, facets: counts }: Answer = await serving.answer(asked);
        expect(Object.values(counts.open).reduce((sum, count) => sum + count, 0)).toBe(total);
        seen.push(...page.map(({ card }) => card.id));
        const end: Hit | undefined = page.at(-1);
        more = end !== undefined;
        if (end) cursor = place("after", sort, end);
      }
      const wanted = new Set(steady.map(({ id }) => id));
      expect(seen.filter((id) => wanted.has(id)).toSorted()).toEqual([...wanted].toSorted());
    }
  } finally {
    writing = false;
    await writer;
  }
  await settled();
  await both(await askOf(everything));
});

test("what is typed is mended and completed alike", async () => {
  const typed = [
    "mapel",
    "lantren gardn",
    "Coper -river",
    "zzzz",
    "ma",
    "maple ke",
    "tru",
    "kent",
    "maple in surrey",
    "wi",
  ];
  const said = () =>
    Promise.all(
      typed.map(async (text) => [(await readAsked(buyer, ask({ words: text }))).mended, await suggest(buyer, text)]),
    );
  await settled();
  expect((await engine()).name).toBe("index");
  const held = await said();
  await stopIndex();
  expect((await engine()).name).toBe("database");
  expect(held).toEqual(await said());
  expect(held.flat(2).length).toBeGreaterThan(15);
});
