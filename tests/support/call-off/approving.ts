import { expect } from "vitest";
import { recallApprovals, requestApprovals } from "@/lib/calloff/before/funding/commands/award";
import { termOf } from "@/lib/calloff/budget/years";
import { callOffStep } from "@/lib/calloff/record/commands/step";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { budgetFor } from "../world.calloff";
import { inScene } from "./drafts";
import { callOffIn, type Made, type Players } from "./world";

/** The first term of a call-off. */
export async function termOfCallOff(id: string) {
  const { startsOn, endsOn } = await db.callOff.findUniqueOrThrow({ where: { id } });
  return termOf(startsOn ?? new Date(), endsOn);
}

/** What each funder has answered, and what it pays of the award. */
export const parts = (id: string) =>
  db.callOffFunder.findMany({
    where: { callOffId: id },
    select: { state: true, shares: { select: { awardPence: true } } },
    orderBy: { number: "asc" },
  });

/** What is committed of all budgets of a body, and what its commitments that stand come to. */
export async function committed(organisationId: string) {
  const [budgets, held] = await Promise.all([
    db.budget.aggregate({ where: { organisationId }, _sum: { committedPence: true } }),
    db.commitment.aggregate({ where: { releasedAt: null, budget: { organisationId } }, _sum: { pence: true } }),
  ]);
  const [sum, parts] = [budgets._sum.committedPence ?? 0n, held._sum.pence ?? 0n];
  expect(parts).toBe(sum);
  return sum;
}
/** What is set aside for a call-off now, by body and year. */
export const aside = async (id: string) =>
  (
    await db.commitment.findMany({
      where: { callOffId: id, releasedAt: null },
      select: { pence: true, budget: { select: { organisationId: true, year: true } } },
    })
  )
    .map(({ pence, budget }) => ({ pence, ...budget }))
    .toSorted((one, other) => one.year.localeCompare(other.year));

/** A call-off whose award has just been proposed: moved there in the tables, and its funders asked as the proposal would. */
export async function proposed(
  world: Players,
  { pence = 500_000_01n, by = world.commissioner, shared = true, lots = 1 } = {},
) {
  const made = await callOffIn(world, { state: "moderated", shared, lots });
  const awards = made.lotIds.slice(0, 1).map((lotId) => ({ lotId, totalPence: pence }));
  await inScene(by, async (scene) => {
    await callOffStep.within(scene, "proposeAward", { id: made.id, state: "moderated" });
    await requestApprovals(scene, made.id, awards);
  });
  return made;
}
/** Takes a proposed award back, as a commissioner would. */
export const reconsidered = (world: Players, made: Made) =>
  inScene(world.commissioner, async (scene) => {
    await scene.tx.$queryRaw`select 1 from "CallOff" where "id" = ${made.id}::uuid for update`;
    const { state } = await scene.tx.callOff.findUniqueOrThrow({ where: { id: made.id }, select: { state: true } });
    await callOffStep.within(scene, "reconsider", { id: made.id, state });
    await recallApprovals(scene, made.id);
  });

/** Sets aside what every funder pays of an award, straight in the tables: without it the database lets nobody approve. */
export async function setAsideNow(callOffId: string) {
  const funders = await db.callOffFunder.findMany({ where: { callOffId }, include: { shares: true } });
  for (const { organisationId, shares } of funders) {
    const pence = shares.reduce((all, { awardPence }) => all + (awardPence ?? 0n), 0n);
    if (pence === 0n) continue;
    const budgetId = await budgetFor(organisationId, pence);
    await db.budget.update({ where: { id: budgetId }, data: { committedPence: pence } });
    await db.commitment.create({ data: { id: newId(), budgetId, callOffId, pence, committedAt: new Date() } });
  }
}
