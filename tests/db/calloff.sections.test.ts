import { beforeAll, describe, expect, test } from "vitest";
import { saveConditions, saveCriteria } from "@/lib/calloff/before/criteria/commands";
import { removeLot, saveLot, splitLot } from "@/lib/calloff/before/lots/commands";
import { saveTimetable } from "@/lib/calloff/before/timetable/commands";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { sum } from "@/lib/core/values/money";
import { drafted, edit, lot, start, withLot } from "../support/call-off/draft";
import { callOffIn, type Players, players } from "../support/call-off/world";
import { done, member, organisation } from "../support/world.calloff";

let world: Players;
let stranger: Member;
beforeAll(async () => {
  world = await players({ charities: 0 });
  stranger = await member("authority", await organisation("authority", "Elsewhere"), "commissioner");
});
const areas = ["police-bedfordshire", "police-cheshire", "police-cleveland"];
const lotsOf = (callOffId: string) => db.lot.findMany({ where: { callOffId }, orderBy: { number: "asc" } });
const sharesOf = (callOffId: string) =>
  db.lotShare.findMany({ where: { lot: { callOffId } }, orderBy: { lot: { number: "asc" } } });
const invalid = (field: string) => ({
  ok: false,
  refusal: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
});

describe("splitting and removing lots", () => {
  test("a lot is split by place, and nothing is lost", async () => {
    const { id, lotId } = await withLot(world, { placeCodes: areas, budgetPence: "1000.01" });
    done(await splitLot(world.commissioner, { ...(await edit(id)), lotId, placeCodes: areas }));
    const lots = await lotsOf(id);
    expect(lots.map(({ number, placeCodes }) => ({ number, placeCodes }))).toEqual(
      areas.map((code, at) => ({ number: at + 1, placeCodes: [code] })),
    );
    const budgets = lots.map(({ budgetPence }) => budgetPence);
    expect(sum(budgets)).toBe(1000_01n);
    expect((await sharesOf(id)).map(({ sharePence }) => sharePence)).toEqual(budgets);
    const { _sum } = await db.lotVolume.aggregate({ where: { lot: { callOffId: id } }, _sum: { volume: true } });
    expect(_sum.volume).toBe(30);
  });

  test("only by places of its own, and only into parts that can be paid", async () => {
    const { id, lotId } = await withLot(world, { placeCodes: areas.slice(0, 2), budgetPence: "0.01" });
    const split = async (placeCodes: string[]) =>
      splitLot(world.commissioner, { ...(await edit(id)), lotId, placeCodes });
    expect(await split(areas)).toMatchObject(invalid("placeCodes"));
    expect(await split(areas.slice(0, 1))).toMatchObject(invalid("placeCodes"));
    expect(await split(areas.slice(0, 2))).toMatchObject(invalid("placeCodes"));
  });

  test("a lot that is removed takes its volumes and shares, and the rest move up", async () => {
    const { id, lotId } = await withLot(world);
    done(await saveLot(world.commissioner, { ...(await edit(id)), ...lot({ title: "Two", budgetPence: "5" }) }));
    expect(await removeLot(stranger, { ...(await edit(id)), lotId })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await removeLot(world.approver, { ...(await edit(id)), lotId })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    done(await removeLot(world.commissioner, { ...(await edit(id)), lotId }));
    expect(await lotsOf(id)).toMatchObject([{ number: 1, title: "Two" }]);
    expect(await sharesOf(id)).toMatchObject([{ sharePence: 5_00n }]);
    expect((await db.callOff.findUniqueOrThrow({ where: { id } })).estimatePence).toBe(5_00n);
  });

  test("a lot of another call-off is not there", async () => {
    const [mine, other] = [await withLot(world), await withLot(world)];
    const typed = { ...(await edit(mine.id)), lotId: other.lotId };
    for (const result of [
      await saveLot(world.commissioner, { ...typed, ...lot() }),
      await removeLot(world.commissioner, typed),
      await splitLot(world.commissioner, { ...typed, placeCodes: areas }),
    ])
      expect(result).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("two who remove the same lot at once remove one", async () => {
    const { id, lotId } = await withLot(world);
    const typed = { ...(await edit(id)), lotId };
    const both = await Promise.all([removeLot(world.commissioner, typed), removeLot(world.colleague, typed)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await lotsOf(id)).toEqual([]);
  });
});

const criterion = (kind: string, weight: string, more: Record<string, unknown> = {}) => ({
  ...{ kind, title: kind, question: "How?", guidance: "", weight, wordLimit: "300", minimum: "" },
  ...more,
});
const usual = [criterion("quality", "60"), criterion("socialValue", "10"), criterion("price", "30")];
const judged = (more: Record<string, unknown> = {}) => ({
  ...{ priceMethod: "lowestOverPrice", socialValueReason: "", criteria: usual },
  ...more,
});

describe("criteria", () => {
  test("are kept in order, and price keeps no question", async () => {
    const id = await start(world);
    done(await saveCriteria(world.commissioner, { ...(await edit(id)), ...judged() }));
    const rows = await db.criterion.findMany({ where: { callOffId: id }, orderBy: { number: "asc" } });
    expect(rows).toMatchObject([
      { kind: "quality", weightBp: 6000, wordLimit: 300 },
      { kind: "socialValue", weightBp: 1000 },
      { kind: "price", weightBp: 3000, question: "", wordLimit: null },
    ]);
  });

  test("a total that misses by a hundredth is refused, and what stood stays", async () => {
    const id = await start(world);
    const criteria = [criterion("quality", "59.99"), ...usual.slice(1)];
    expect(await saveCriteria(world.commissioner, { ...(await edit(id)), ...judged({ criteria }) })).toMatchObject(
      invalid("criteria"),
    );
    expect(await db.criterion.count({ where: { callOffId: id } })).toBe(4);
    expect(await edit(id)).toMatchObject({ version: "1" });
  });

  test("the floor for social value binds above the threshold, and takes a reason below it", async () => {
    const criteria = [criterion("quality", "65"), criterion("socialValue", "5"), criterion("price", "30")];
    const low = judged({ criteria, socialValueReason: "It is short and small." });
    const small = await withLot(world, { budgetPence: "100,000" });
    expect(
      await saveCriteria(world.commissioner, { ...(await edit(small.id)), ...low, socialValueReason: "" }),
    ).toMatchObject(invalid("socialValueReason"));
    done(await saveCriteria(world.commissioner, { ...(await edit(small.id)), ...low }));
    const large = await withLot(world, { budgetPence: "663,540" });
    expect(await saveCriteria(world.commissioner, { ...(await edit(large.id)), ...low })).toMatchObject(
      invalid("socialValueReason"),
    );
  });

  test("are for the commissioners of a draft", async () => {
    const id = await start(world);
    const typed = { ...(await edit(id)), ...judged() };
    expect(await saveCriteria(stranger, typed)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await saveCriteria(world.one, typed)).toMatchObject({ refusal: { kind: "forbidden" } });
    const open = await callOffIn(world);
    expect(await saveCriteria(world.commissioner, { ...(await edit(open.id)), ...judged() })).toMatchObject({
      refusal: { kind: "conflict" },
    });
    const both = await Promise.all([saveCriteria(world.commissioner, typed), saveCriteria(world.colleague, typed)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("conditions", () => {
  const conditions = [{ about: "supplier", title: "Accounts", text: "Two years.", why: "It is large." }];

  test("about the supplier are refused below the threshold and allowed above it and for grants", async () => {
    const small = await withLot(world, { budgetPence: "663,539.99" });
    const refused = await saveConditions(world.commissioner, { ...(await edit(small.id)), conditions });
    expect(refused).toMatchObject(invalid("conditions.0.about"));
    expect(JSON.stringify(refused)).toContain("s85");
    const large = await withLot(world, { budgetPence: "663,540" });
    done(await saveConditions(world.commissioner, { ...(await edit(large.id)), conditions }));
    const grant = await start(world, { instrument: "grant" });
    done(await saveConditions(world.commissioner, { ...(await edit(grant)), conditions }));
  });

  test("say why, may be none, and are not for strangers", async () => {
    const id = await start(world);
    const about = [{ about: "service", title: "A room", text: "Have one.", why: "" }];
    expect(await saveConditions(world.commissioner, { ...(await edit(id)), conditions: about })).toMatchObject(
      invalid("conditions.0.why"),
    );
    expect(await saveConditions(stranger, { ...(await edit(id)), conditions: [] })).toMatchObject({
      refusal: { kind: "missing" },
    });
    done(await saveConditions(world.commissioner, { ...(await edit(id)), conditions: [] }));
  });
});

describe("the timetable", () => {
  const dates = (more: Record<string, unknown> = {}) => ({
    ...{ publishOn: "2028-01-10", clarifyOn: "2028-01-26", clarifyTime: "12:00" },
    ...{ closesOn: "2028-02-07", closesTime: "12:00", decideOn: "2028-02-28", standstillDays: "8" },
    ...more,
  });

  test("keeps days and times of day in the UK", async () => {
    const id = await drafted(world);
    const summer = dates({
      publishOn: "2028-05-10",
      clarifyOn: "2028-05-25",
      closesOn: "2028-06-07",
      decideOn: "2028-06-28",
    });
    done(await saveTimetable(world.commissioner, { ...(await edit(id)), ...summer }));
    expect(await db.callOff.findUnique({ where: { id } })).toMatchObject({
      closesAt: new Date("2028-06-07T11:00:00Z"),
      clarifyUntil: new Date("2028-05-25T11:00:00Z"),
      standstillDays: 8,
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a Sunday", { closesOn: "2028-02-06" }, "closesOn"],
    ["a bank holiday", { publishOn: "2028-01-03" }, "publishOn"],
    ["a day gone by", { publishOn: "2020-01-06" }, "publishOn"],
    ["questions too late to answer", { clarifyOn: "2028-02-04" }, "clarifyOn"],
    ["a close before publication", { closesOn: "2028-01-07" }, "closesOn"],
    ["a decision before the close", { decideOn: "2028-02-07" }, "decideOn"],
    ["a standstill that would not bind", { standstillDays: "5" }, "standstillDays"],
    ["a time that is none", { closesTime: "25:00" }, "closesTime"],
  ])("refuses %s", async (_, more, field) => {
    const id = await drafted(world);
    expect(await saveTimetable(world.commissioner, { ...(await edit(id)), ...dates(more) })).toMatchObject(
      invalid(field),
    );
  });

  test("is not there for a stranger, and two editors see each other", async () => {
    const id = await drafted(world);
    const typed = { ...(await edit(id)), ...dates() };
    expect(await saveTimetable(stranger, typed)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await saveTimetable(world.auditor, typed)).toMatchObject({ refusal: { kind: "forbidden" } });
    const both = await Promise.all([saveTimetable(world.commissioner, typed), saveTimetable(world.colleague, typed)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
