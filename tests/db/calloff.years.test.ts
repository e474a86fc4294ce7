import { beforeAll, expect, test } from "vitest";
import { approveAward } from "@/lib/calloff/before/funding/commands/award";
import { findFunding, findYears } from "@/lib/calloff/before/funding/queries";
import { listAside, listCallOffYears } from "@/lib/calloff/budget/queries";
import { byYear } from "@/lib/calloff/budget/years";
import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { RankingRecord } from "@/lib/calloff/decide/award/record";
import { blinded } from "@/lib/calloff/decide/award/rules";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import {
  aside,
  committed,
  parts,
  proposed,
  reconsidered,
  setAsideNow,
  termOfCallOff,
} from "../support/call-off/approving";
import { choicesFor } from "../support/call-off/awards";
import { moderatedNow, passed, submitted } from "../support/call-off/tenders";
import { callOffIn, charity, type Made, type Players, players } from "../support/call-off/world";
import { asDate, budgetFor, done } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 1 });
});

const pressed = (made: Made, budgets: Record<string, string>) =>
  approveAward(world.approver, { id: made.id, budgets, conflict: "none" });

test("a term of three years is set aside in a budget of each, by days, and all of it or nothing", async () => {
  // Of which 60% is 1,096 pounds, one for each day of the term.
  const made = await proposed(world, { pence: 1_826_67n });
  await db.callOff.update({
    where: { id: made.id },
    data: { startsOn: asDate("2027-06-01"), endsOn: asDate("2030-05-31") },
  });
  const years = ["2027-28", "2028-29", "2029-30", "2030-31"];
  const [one = "", two = "", three = "", four = ""] = await Promise.all(
    years.map((year) => budgetFor(world.authorityId, year === "2028-29" ? 364_99n : 365_00n, year)),
  );
  const before = await committed(world.authorityId);
  const budgets = { "2027-28": one, "2028-29": two, "2029-30": three };
  expect(await pressed(made, budgets)).toMatchObject({
    refusal: { kind: "invalid", fields: { "budgets.2030-31": ["Choose a budget for 2030-31"] } },
  });
  const all = { ...budgets, "2030-31": four };
  const refused = await pressed(made, all);
  expect(refused).toMatchObject({
    refusal: { fields: { "budgets.2028-29": [expect.stringContaining("£364.99 left")] } },
  });
  expect(refused.ok ? [] : Object.keys("fields" in refused.refusal ? refused.refusal.fields : {})).toHaveLength(1);
  expect(await committed(world.authorityId)).toBe(before);
  expect(await aside(made.id)).toEqual([]);
  expect((await parts(made.id)).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  await db.budget.update({ where: { id: two }, data: { amountPence: 365_00n } });
  done(await pressed(made, all));
  expect((await aside(made.id)).map(({ year, pence }) => [year, pence])).toEqual([
    ["2027-28", 305_00n],
    ["2028-29", 365_00n],
    ["2029-30", 365_00n],
    ["2030-31", 61_00n],
  ]);
  const found = await listAside(world.approver, made.id);
  expect(found.map(({ budget }) => [budget.year, budget.organisation.name])).toEqual(
    years.map((year) => [year, "London Probation"]),
  );
  expect((await listAside(world.auditor, made.id)).length).toBe(4);
  for (const other of [world.funderApprover, world.bidders[0]?.editor, visitor])
    if (other) expect(await listAside(other, made.id)).toEqual([]);
  const [newest] = await listCallOffYears(world.approver);
  expect(newest?.callOff.id).toBe(made.id);
  expect(newest?.parts.map(({ pence }) => pence)).toEqual([305_00n, 365_00n, 365_00n, 61_00n]);
  expect((await listCallOffYears(world.funderApprover)).map(({ callOff }) => callOff.id)).not.toContain(made.id);
  await reconsidered(world, made);
  expect(await aside(made.id)).toEqual([]);
  expect(await listAside(world.approver, made.id)).toEqual([]);
  expect(await committed(world.authorityId)).toBe(before);
});

test("what is paid for getting ready is set aside in the first year, and the approver is told how much that is", async () => {
  const made = await callOffIn(world, { closesAt: passed() });
  const tender = await submitted(made, await charity("Ready", world.partId), {
    unitPence: 100_00n,
    mobilisationPence: 5_000_00n,
  });
  await moderatedNow(world, made, [{ id: tender, points: 5, unitPence: 100_00n }]);
  const alone = { considered: ["extend"], singleBid: "The need is urgent.", tieBreak: "It can start earlier." };
  done(await proposeAward(world.commissioner, { id: made.id, lots: choicesFor(made, tender, alone) }));
  const file = await findFunding(world.approver, made.id);
  const own = file?.funders[0];
  if (!file || !own) throw new Error("It has no funder.");
  const { parts: split, advancePence } = await findYears(world.approver, file, own);
  expect(advancePence).toBe(5_000_00n);
  expect(split).toEqual(byYear(await termOfCallOff(made.id), 12_000_00n, 5_000_00n));
  expect(await findYears(visitor, file, own)).toEqual({ parts: [], advancePence: 0n });
  done(await pressed(made, world.budgets));
  expect((await aside(made.id)).map(({ year, pence }) => ({ year, pence }))).toEqual(split);
  // The ranking of a body that reads no losing prices keeps the winner's alone.
  const { ranking } = await db.lotAward.findFirstOrThrow({ where: { callOffId: made.id } });
  expect(blinded(RankingRecord.parse(ranking), null).tenders[0]?.mobilisationPence).toBe("0");
});

test("the database lets nobody approve without the whole share set aside", async () => {
  const made = await proposed(world, { pence: 1_000_00n, shared: false });
  const approve = () =>
    db.callOffFunder.updateMany({
      where: { callOffId: made.id },
      data: { state: "approved", decidedById: world.approver.id, decidedAt: new Date() },
    });
  await expect(approve()).rejects.toThrow("not set aside whole");
  await setAsideNow(made.id);
  await approve();
  expect((await parts(made.id)).map(({ state }) => state)).toEqual(["approved"]);
});
