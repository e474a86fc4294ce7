import { beforeAll, describe, expect, test } from "vitest";
import { saveLot } from "@/lib/calloff/before/lots/commands";
import { saveNeed } from "@/lib/calloff/before/need/commands/save";
import { startCallOff } from "@/lib/calloff/before/need/commands/start";
import { notReady } from "@/lib/calloff/before/need/rules";
import { readyFacts } from "@/lib/calloff/record/queries/ready";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import {
  drafted as draftedIn,
  edit,
  lot,
  need,
  start as startIn,
  withLot as withLotIn,
} from "../support/call-off/draft";
import { callOffIn, type Players, players } from "../support/call-off/world";
import { done, member, organisation } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 0 });
});

const start = (more?: Record<string, unknown>) => startIn(world, more);
const drafted = () => draftedIn(world);
const withLot = (more?: Record<string, unknown>) => withLotIn(world, more);
const sharesOf = (callOffId: string) =>
  db.lotShare.findMany({ where: { lot: { callOffId } }, orderBy: { lot: { number: "asc" } } });
const invalid = (field: string) => ({
  ok: false,
  refusal: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
});

describe("starting a call-off", () => {
  test("the authority leads, and criteria and dates are there to begin with", async () => {
    const id = await start();
    const row = await db.callOff.findUniqueOrThrow({ where: { id }, select: { reference: true, state: true } });
    expect(row).toEqual({ reference: expect.stringMatching(/^TC-\d{4}-\d{6}$/), state: "draft" });
    const funders = await db.callOffFunder.findMany({ where: { callOffId: id } });
    expect(funders).toMatchObject([{ organisationId: world.authorityId, number: 1, state: "listed" }]);
    const facts = await readyFacts(world.commissioner, id);
    expect(facts?.timetable).not.toBeNull();
    expect(facts?.criteria.map(({ weightBp }) => weightBp)).toEqual([4000, 2000, 1000, 3000]);
    expect(await db.auditEvent.count({ where: { subjectId: id, event: "callOff.start" } })).toBe(1);
  });

  test("a double press is one call-off", async () => {
    const typed = { title: "Once", instrument: "grant", key: newId() };
    const [one, other] = await Promise.all([
      startCallOff(world.commissioner, typed),
      startCallOff(world.commissioner, typed),
    ]);
    expect(done(one)).toEqual(done(other));
  });

  test("one like an earlier one has its lots and criteria, and nothing that must be considered anew", async () => {
    const { id: fromId } = await withLot();
    const id = await start({ fromId });
    const facts = await readyFacts(world.commissioner, id);
    expect(facts).toMatchObject({ need: "A home on the day of release.", socialValueStatement: "", route: null });
    expect(await sharesOf(id)).toMatchObject([{ shareBp: 10_000, sharePence: 600_000_00n }]);
    const stranger = await member("authority", await organisation("authority", "Elsewhere"), "commissioner");
    expect(await startCallOff(stranger, { title: "Mine", instrument: "contract", fromId })).toMatchObject({
      refusal: { kind: "missing" },
    });
  });

  test("is for commissioners", async () => {
    for (const actor of [world.approver, world.auditor, world.one])
      expect(await startCallOff(actor, { title: "No", instrument: "contract" })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
  });
});

describe("the need", () => {
  test("may be saved unfinished, and says what is missing", async () => {
    const id = await start();
    done(await saveNeed(world.commissioner, { ...(await edit(id)), title: "Homes", outcomeCodes: [] }));
    const facts = await readyFacts(world.commissioner, id);
    expect(facts && notReady(facts).length).toBeGreaterThan(5);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["an end before the start", { endsOn: "2028-01-01" }, "endsOn"],
    ["a term without an end in sight", { endsOn: "2048-01-01" }, "endsOn"],
    ["an outcome that nobody knows", { outcomeCodes: ["made.up"] }, "outcomeCodes"],
    ["no title", { title: " " }, "title"],
  ])("refuses %s", async (_, more, field) => {
    const id = await start();
    expect(await saveNeed(world.commissioner, { ...(await edit(id)), ...need(more) })).toMatchObject(invalid(field));
  });

  test("a bond names an investor that is one", async () => {
    const id = await start({ instrument: "bond" });
    const investorId = await organisation("investor", "Steady Capital");
    const typed = need({ investorId: world.funderId, returnCapBp: "8" });
    expect(await saveNeed(world.commissioner, { ...(await edit(id)), ...typed })).toMatchObject(invalid("investorId"));
    done(await saveNeed(world.commissioner, { ...(await edit(id)), ...typed, investorId }));
    expect(await db.callOff.findUnique({ where: { id } })).toMatchObject({ investorId, returnCapBp: 800 });
  });

  test("two editors see each other, and the second may then replace", async () => {
    const id = await start();
    const before = await edit(id);
    const both = await Promise.all([
      saveNeed(world.commissioner, { ...before, ...need() }),
      saveNeed(world.colleague, { ...before, ...need({ forWhom: "Women" }) }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [late] = both.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(late).toMatchObject({ kind: "conflict", changed: { version: 2, by: expect.any(String) } });
    done(await saveNeed(world.colleague, { id, version: "2", ...need({ forWhom: "Women" }) }));
  });

  test("is not there for a stranger, and not to be written by others or later", async () => {
    const id = await drafted();
    const stranger = await member("authority", await organisation("authority", "Elsewhere"), "commissioner");
    const typed = { ...(await edit(id)), ...need() };
    expect(await saveNeed(stranger, typed)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await readyFacts(stranger, id)).toBeNull();
    expect(await saveNeed(world.approver, typed)).toMatchObject({ refusal: { kind: "forbidden" } });
    const open = await callOffIn(world);
    expect(await saveNeed(world.commissioner, { ...(await edit(open.id)), ...need() })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });
});

describe("lots", () => {
  test("a lot has its volumes, and the estimate and the lead's share follow", async () => {
    const { id, lotId } = await withLot();
    done(await saveNeed(world.commissioner, { ...(await edit(id)), ...need({ extensionMonths: "12" }) }));
    done(await saveLot(world.commissioner, { ...(await edit(id)), lotId, ...lot({ extensionPence: "200,000" }) }));
    expect((await db.callOff.findUniqueOrThrow({ where: { id } })).estimatePence).toBe(800_000_00n);
    expect(await sharesOf(id)).toMatchObject([{ shareBp: 10_000, sharePence: 600_000_00n }]);
    const volumes = await db.lotVolume.findMany({ where: { lotId }, orderBy: { month: "asc" } });
    expect(volumes.map(({ volume }) => volume)).toEqual([10, 10, 10]);
  });

  test("volumes may grow, be written month by month, and move with the term", async () => {
    const { id, lotId } = await withLot({ fill: "ramp", rampFrom: "2", rampTo: "6", rampMonths: "3" });
    const volumes = async () =>
      (await db.lotVolume.findMany({ where: { lotId }, orderBy: { month: "asc" } })).map(
        ({ month, volume }) => `${month.toISOString().slice(0, 7)}: ${volume}`,
      );
    expect(await volumes()).toEqual(["2028-04: 2", "2028-05: 4", "2028-06: 6"]);
    done(
      await saveNeed(world.commissioner, {
        ...(await edit(id)),
        ...need({ startsOn: "2028-07-15", endsOn: "2028-10-14" }),
      }),
    );
    expect(await volumes()).toEqual(["2028-07: 2", "2028-08: 4", "2028-09: 6"]);
    const facts = await readyFacts(world.commissioner, id);
    expect(facts && notReady(facts)).toContain(
      "Lot 1 has no volume for 1 month of the term. Say how many are expected.",
    );
    const months = ["1", "", "0", "4"].map((volume) => ({ volume }));
    done(await saveLot(world.commissioner, { ...(await edit(id)), lotId, ...lot({ fill: "each", months }) }));
    expect(await volumes()).toEqual(["2028-07: 1", "2028-09: 0", "2028-10: 4"]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a place that nobody knows", { placeCodes: ["nowhere"] }, "placeCodes"],
    ["no place", { placeCodes: [] }, "placeCodes"],
    ["what nobody buys", { categoryCode: "made-up" }, "categoryCode"],
    ["no budget", { budgetPence: "0" }, "budgetPence"],
    ["money for an extension that there is not", { extensionPence: "5" }, "extensionPence"],
    ["growing past the end", { fill: "ramp", rampFrom: "1", rampTo: "2", rampMonths: "9" }, "rampMonths"],
    ["the same every month without a number", { sameVolume: "" }, "sameVolume"],
  ])("refuses %s", async (_, more, field) => {
    const id = await drafted();
    expect(await saveLot(world.commissioner, { ...(await edit(id)), ...lot(more) })).toMatchObject(invalid(field));
  });

  test("need dates first", async () => {
    const id = await start();
    expect(await saveLot(world.commissioner, { ...(await edit(id)), ...lot() })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });
});
