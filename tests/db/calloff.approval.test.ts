import { beforeAll, describe, expect, test } from "vitest";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import {
  approveAward,
  recallApprovals,
  refuseAward,
  requestApprovals,
} from "@/lib/calloff/before/funding/commands/award";
import { callOffStep } from "@/lib/calloff/record/commands/step";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { inScene } from "../support/call-off/drafts";
import { callOffIn, type Made, type Players, players } from "../support/call-off/world";
import { committed, kindOf } from "../support/purchases";
import { budgetFor, done, member, organisation } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 0 });
});

const none = "none";
const stateOf = async (id: string) => (await db.callOff.findUniqueOrThrow({ where: { id } })).state;
const parts = (id: string) =>
  db.callOffFunder.findMany({
    where: { callOffId: id },
    select: { state: true, budgetId: true, shares: { select: { awardPence: true } } },
    orderBy: { number: "asc" },
  });
const pressed = (who: Member, made: Made, budgetId: string) =>
  approveAward(who, { id: made.id, budgetId, conflict: none });

/** A call-off whose award has just been proposed: moved there in the tables, and its funders asked as the proposal would. */
async function proposed({ pence = 500_000_01n, by = world.commissioner, shared = true, lots = 1 } = {}) {
  const made = await callOffIn(world, { state: "moderated", shared, lots });
  const awards = made.lotIds.slice(0, 1).map((lotId) => ({ lotId, totalPence: pence }));
  await inScene(by, async (scene) => {
    await callOffStep.within(scene, "proposeAward", { id: made.id, state: "moderated" });
    await requestApprovals(scene, made.id, awards);
  });
  return made;
}
const reconsidered = (made: Made) =>
  inScene(world.commissioner, async (scene) => {
    await scene.tx.$queryRaw`select 1 from "CallOff" where "id" = ${made.id}::uuid for update`;
    const { state } = await scene.tx.callOff.findUniqueOrThrow({ where: { id: made.id }, select: { state: true } });
    await callOffStep.within(scene, "reconsider", { id: made.id, state });
    await recallApprovals(scene, made.id);
  });

describe("approving an award", () => {
  test("each body's share is exact, held in its own budget, and the last one approves the call-off", async () => {
    const before = [await committed(world.budgetId), await committed(world.funderBudgetId)];
    const made = await proposed({ lots: 2 });
    const asked = await parts(made.id);
    expect(asked.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    expect(asked.map(({ shares }) => shares.map(({ awardPence }) => awardPence))).toEqual([
      [300_000_01n, null],
      [200_000_00n, null],
    ]);
    done(await pressed(world.approver, made, world.budgetId));
    expect(await stateOf(made.id)).toBe("awardProposed");
    expect(kindOf(await pressed(world.approver, made, world.budgetId))).toBe("conflict");
    done(await pressed(world.funderApprover, made, world.funderBudgetId));
    expect(await stateOf(made.id)).toBe("approved");
    expect([await committed(world.budgetId), await committed(world.funderBudgetId)]).toEqual([
      (before[0] ?? 0n) + 300_000_01n,
      (before[1] ?? 0n) + 200_000_00n,
    ]);
  });

  test("never by who proposed it, nor with a conflict, nor by others, nor from another's or another year's budget", async () => {
    const both = await member("authority", world.authorityId, "commissioner", "approver");
    const stranger = await member("authority", await organisation("authority", "Elsewhere"), "approver");
    const made = await proposed({ by: both });
    expect(kindOf(await pressed(both, made, world.budgetId))).toBe("forbidden");
    expect(kindOf(await pressed(world.commissioner, made, world.budgetId))).toBe("forbidden");
    expect(kindOf(await pressed(stranger, made, world.budgetId))).toBe("missing");
    expect(kindOf(await refuseAward(stranger, { id: made.id, reason: "No." }))).toBe("missing");
    expect(kindOf(await pressed(world.approver, made, world.funderBudgetId))).toBe("invalid");
    expect(
      kindOf(await pressed(world.approver, made, await budgetFor(world.authorityId, 9_000_000_00n, "2019-20"))),
    ).toBe("invalid");
    expect(kindOf(await pressed(world.approver, made, await budgetFor(world.authorityId, 1n)))).toBe("invalid");
    expect(kindOf(await approveAward(world.approver, { id: made.id, budgetId: "", conflict: none }))).toBe("invalid");
    done(
      await declareForCallOff(world.approver, { id: made.id, conflict: "conflict", detail: "My sister works there." }),
    );
    expect(kindOf(await pressed(world.approver, made, world.budgetId))).toBe("conflict");
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  });

  test("a body that pays nothing of what is awarded approves without a budget", async () => {
    const made = await callOffIn(world, { state: "moderated", shared: true, lots: 2 });
    const [one = "", two = ""] = made.lotIds;
    await db.lotShare.deleteMany({ where: { lotId: one, funder: { organisationId: world.funderId } } });
    await inScene(world.commissioner, async (scene) => {
      await callOffStep.within(scene, "proposeAward", { id: made.id, state: "moderated" });
      await requestApprovals(scene, made.id, [{ lotId: one, totalPence: 100n }]);
    });
    done(await approveAward(world.funderApprover, { id: made.id, budgetId: "", conflict: none }));
    done(await pressed(world.approver, made, world.budgetId));
    expect(await stateOf(made.id)).toBe("approved");
    expect(two).toBeTruthy();
  });

  test("a refusal has a reason and ends in a recall, which lets go of all that was held", async () => {
    const before = await committed(world.budgetId);
    const made = await proposed();
    done(await pressed(world.approver, made, world.budgetId));
    expect(kindOf(await refuseAward(world.funderApprover, { id: made.id, reason: " " }))).toBe("invalid");
    done(await refuseAward(world.funderApprover, { id: made.id, reason: "Too dear." }));
    expect(await stateOf(made.id)).toBe("awardProposed");
    await reconsidered(made);
    expect(await committed(world.budgetId)).toBe(before);
    expect(await parts(made.id)).toEqual([
      { state: "agreed", budgetId: null, shares: [{ awardPence: null }] },
      { state: "agreed", budgetId: null, shares: [{ awardPence: null }] },
    ]);
    expect(kindOf(await pressed(world.approver, made, world.budgetId))).toBe("conflict");
  });

  test("an award waits for nobody: a body without an approver who could answer stops the proposal", async () => {
    const alone = await players({ charities: 0 });
    const made = await callOffIn(alone, { state: "moderated" });
    const both = await member("authority", alone.authorityId, "commissioner", "approver");
    await db.seat.deleteMany({ where: { userId: alone.approver.id } });
    const asking = inScene(both, (scene) =>
      requestApprovals(scene, made.id, [{ lotId: made.lotIds[0] ?? "", totalPence: 1n }]),
    );
    await expect(asking).rejects.toThrow("nobody who could approve");
  });
});

describe("races", () => {
  test("two approvers of one body at once: one holds the money, once", async () => {
    const before = await committed(world.budgetId);
    const second = await member("authority", world.authorityId, "approver");
    const made = await proposed({ shared: false });
    const results = await Promise.all([world.approver, second].map((who) => pressed(who, made, world.budgetId)));
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect(await committed(world.budgetId)).toBe(before + 500_000_01n);
  });

  test("approve against reconsider: after both nothing is held, whoever came first", async () => {
    const before = await committed(world.budgetId);
    for (let round = 0; round < 6; round += 1) {
      const made = await proposed();
      const [pressing] = await Promise.all([pressed(world.approver, made, world.budgetId), reconsidered(made)]);
      expect(["done", "conflict"]).toContain(kindOf(pressing));
      expect(await stateOf(made.id)).toBe("moderated");
      expect(await committed(world.budgetId)).toBe(before);
      expect((await parts(made.id)).map(({ state }) => state)).toEqual(["agreed", "agreed"]);
    }
  });

  test("thirty approvals against one budget spend what is there and no more", async () => {
    const budgetId = await budgetFor(world.authorityId, 1_000_00n);
    const made: Made[] = [];
    for (let at = 0; at < 30; at += 1) made.push(await proposed({ pence: 90_00n, shared: false }));
    const results = await Promise.all(made.map((one) => pressed(world.approver, one, budgetId)));
    expect(results.filter(({ ok }) => ok).length).toBe(11);
    expect(new Set(results.filter(({ ok }) => !ok).map(kindOf))).toEqual(new Set(["invalid"]));
    expect(await committed(budgetId)).toBe(990_00n);
    const held = await db.commitment.aggregate({ where: { budgetId, releasedAt: null }, _sum: { pence: true } });
    expect(held._sum.pence).toBe(990_00n);
  });
});
