import { beforeAll, describe, expect, test } from "vitest";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { approveAward, refuseAward, requestApprovals } from "@/lib/calloff/before/funding/commands/award";
import { byYear } from "@/lib/calloff/budget/years";
import { callOffStep } from "@/lib/calloff/record/commands/step";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { committed, parts, proposed, reconsidered, termOfCallOff } from "../support/call-off/approving";
import { inScene } from "../support/call-off/drafts";
import { callOffIn, type Made, type Players, players } from "../support/call-off/world";
import { kindOf } from "../support/purchases";
import { budgetFor, done, member, nextYear, organisation, thisYear } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 0 });
});

const none = "none";
const stateOf = async (id: string) => (await db.callOff.findUniqueOrThrow({ where: { id } })).state;
const pressed = (
  who: Member,
  made: Made,
  budgets = who.organisationId === world.funderId ? world.funderBudgets : world.budgets,
) => approveAward(who, { id: made.id, budgets, conflict: none });
describe("approving an award", () => {
  test("each body's share is exact, held in its own budget, and the last one approves the call-off", async () => {
    const before = [await committed(world.authorityId), await committed(world.funderId)];
    const made = await proposed(world, { lots: 2 });
    const asked = await parts(made.id);
    expect(asked.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    expect(asked.map(({ shares }) => shares.map(({ awardPence }) => awardPence))).toEqual([
      [300_000_01n, null],
      [200_000_00n, null],
    ]);
    done(await pressed(world.approver, made));
    expect(await stateOf(made.id)).toBe("awardProposed");
    expect(kindOf(await pressed(world.approver, made))).toBe("conflict");
    done(await pressed(world.funderApprover, made));
    expect(await stateOf(made.id)).toBe("approved");
    expect([await committed(world.authorityId), await committed(world.funderId)]).toEqual([
      (before[0] ?? 0n) + 300_000_01n,
      (before[1] ?? 0n) + 200_000_00n,
    ]);
  });

  test("never by who proposed it, nor with a conflict, nor by others, nor from another's or another year's budget", async () => {
    const both = await member("authority", world.authorityId, "commissioner", "approver");
    const stranger = await member("authority", await organisation("authority", "Elsewhere"), "approver");
    const made = await proposed(world, { by: both });
    expect(kindOf(await pressed(both, made))).toBe("forbidden");
    expect(kindOf(await pressed(world.commissioner, made))).toBe("forbidden");
    expect(kindOf(await pressed(stranger, made))).toBe("missing");
    expect(kindOf(await refuseAward(stranger, { id: made.id, reason: "No." }))).toBe("missing");
    expect(kindOf(await pressed(world.approver, made, world.funderBudgets))).toBe("invalid");
    const long = await budgetFor(world.authorityId, 9_000_000_00n, "2019-20");
    expect(await pressed(world.approver, made, { ...world.budgets, [nextYear()]: long })).toMatchObject({
      refusal: {
        fields: { [`budgets.${nextYear()}`]: [expect.stringContaining("the year that this part falls into")] },
      },
    });
    expect(kindOf(await approveAward(world.approver, { id: made.id, conflict: none }))).toBe("invalid");
    done(
      await declareForCallOff(world.approver, { id: made.id, conflict: "conflict", detail: "My sister works there." }),
    );
    expect(kindOf(await pressed(world.approver, made))).toBe("conflict");
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
    done(await approveAward(world.funderApprover, { id: made.id, budgets: {}, conflict: none }));
    done(await pressed(world.approver, made));
    expect(await stateOf(made.id)).toBe("approved");
    expect(two).toBeTruthy();
  });

  test("a refusal has a reason and ends in a recall, which lets go of all that was held", async () => {
    const before = await committed(world.authorityId);
    const made = await proposed(world);
    done(await pressed(world.approver, made));
    expect(kindOf(await refuseAward(world.funderApprover, { id: made.id, reason: " " }))).toBe("invalid");
    done(await refuseAward(world.funderApprover, { id: made.id, reason: "Too dear." }));
    expect(await stateOf(made.id)).toBe("awardProposed");
    await reconsidered(world, made);
    expect(await committed(world.authorityId)).toBe(before);
    expect(await parts(made.id)).toEqual([
      { state: "agreed", shares: [{ awardPence: null }] },
      { state: "agreed", shares: [{ awardPence: null }] },
    ]);
    expect(kindOf(await pressed(world.approver, made))).toBe("conflict");
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
    const before = await committed(world.authorityId);
    const second = await member("authority", world.authorityId, "approver");
    const made = await proposed(world, { shared: false });
    const results = await Promise.all([world.approver, second].map((who) => pressed(who, made)));
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect(await committed(world.authorityId)).toBe(before + 500_000_01n);
  });

  test("approve against reconsider: after both nothing is held, whoever came first", async () => {
    const before = await committed(world.authorityId);
    for (let round = 0; round < 6; round += 1) {
      const made = await proposed(world);
      const [pressing] = await Promise.all([pressed(world.approver, made), reconsidered(world, made)]);
      expect(["done", "conflict"]).toContain(kindOf(pressing));
      expect(await stateOf(made.id)).toBe("moderated");
      expect(await committed(world.authorityId)).toBe(before);
      expect((await parts(made.id)).map(({ state }) => state)).toEqual(["agreed", "agreed"]);
    }
  });

  test("thirty approvals against one year's budget spend what is there and no more, and no other year without it", async () => {
    const few = await budgetFor(world.authorityId, 1_000_00n, nextYear());
    const many = await budgetFor(world.authorityId, 10_000_00n);
    const made: Made[] = [];
    for (let at = 0; at < 30; at += 1) made.push(await proposed(world, { pence: 150_00n, shared: false }));
    const [first = 0n, second = 0n] = byYear(await termOfCallOff(made[0]?.id ?? ""), 150_00n).map(({ pence }) => pence);
    const budgets = { [thisYear()]: many, [nextYear()]: few };
    const results = await Promise.all(made.map((one) => pressed(world.approver, one, budgets)));
    const afford = 1_000_00n / second;
    expect(BigInt(results.filter(({ ok }) => ok).length)).toBe(afford);
    expect(new Set(results.filter(({ ok }) => !ok).map(kindOf))).toEqual(new Set(["invalid"]));
    const left = await db.budget.findMany({ where: { id: { in: [few, many] } }, orderBy: { year: "asc" } });
    expect(left.map(({ committedPence }) => committedPence)).toEqual([afford * first, afford * second]);
    await committed(world.authorityId);
  });
});
