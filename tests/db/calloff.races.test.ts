import { describe, expect, test } from "vitest";
import { acceptPurchase } from "@/lib/agreements/commands/accept";
import { approveShare } from "@/lib/calloff/approval/commands";
import { changeBudget, createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import { findBudget, listAllowances, listBudgetChoices, listBudgets } from "@/lib/calloff/budget/queries";
import { declinePurchase, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { committed, drafted, kindOf, none, offered, proposed, stateOf, used } from "../support/purchases";
import { coFunder, done, marketplace, member, organisation, thisYear } from "../support/world.calloff";

describe("races", () => {
  test("a hundred approvals against one budget spend what is there and no more", async () => {
    const world = await marketplace({ budget: 1_000_00n });
    const ids: string[] = [];
    for (let at = 0; at < 100; at += 1) ids.push(await proposed(world));
    const results = await Promise.all(
      ids.map((id) => approveShare(world.approver, { id, budgets: world.budgets, conflict: none })),
    );
    expect(results.filter(({ ok }) => ok).length).toBe(33);
    expect(new Set(results.filter(({ ok }) => !ok).map(kindOf))).toEqual(new Set(["invalid"]));
    expect(await committed(world.budgetId)).toBe(990_00n);
    const held = await db.commitment.aggregate({
      where: { budgetId: world.budgetId, releasedAt: null },
      _sum: { pence: true },
    });
    expect(held._sum.pence).toBe(990_00n);
    expect((await findBudget(world.approver, world.budgetId))?.commitments.length).toBe(33);
  }, 60_000);

  test.each(["approve", "accept", "decline"] as const)(
    "%s against withdraw: one of the two, and the money says which",
    async (rival) => {
      for (let round = 0; round < 6; round += 1) {
        const world = await marketplace();
        const id = rival === "approve" ? await proposed(world) : await offered(world);
        const press = {
          approve: () => approveShare(world.approver, { id, budgets: world.budgets, conflict: none }),
          accept: () => acceptPurchase(world.signatory, { id, signed: "yes" }),
          decline: () => declinePurchase(world.signatory, { id, reason: "No places." }),
        }[rival];
        const [theirs, back] = await Promise.all([press(), withdrawPurchase(world.commissioner, { id, reason: "" })]);
        const state = await stateOf(id);
        if (rival === "approve") expect(back.ok).toBe(true);
        else expect([theirs.ok, back.ok].filter(Boolean).length).toBe(1);
        const agreements = await db.agreement.count({ where: { purchaseId: id } });
        expect(agreements).toBe(state === "accepted" ? 1 : 0);
        expect(await committed(world.budgetId)).toBe(state === "accepted" ? 30_00n : 0n);
        expect(await used(world.buyerId)).toBe(state === "accepted" ? 30_00n : 0n);
      }
    },
  );

  test("a double press on propose and on approve is one act", async () => {
    const world = await marketplace();
    const id = await drafted(world);
    const key = newId();
    const both = await Promise.all([1, 2].map(() => proposePurchase(world.commissioner, { id, conflict: none, key })));
    expect(both.map(kindOf)).toEqual(["done", "done"]);
    expect(await used(world.buyerId)).toBe(30_00n);
    const approvals = await Promise.all(
      [1, 2].map(() => approveShare(world.approver, { id, budgets: world.budgets, conflict: none })),
    );
    expect(approvals.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect(await committed(world.budgetId)).toBe(30_00n);
  });
});

describe("budgets and the yearly limit", () => {
  test("are made and changed by approvers, and never below what is held or used", async () => {
    const world = await marketplace();
    await offered(world);
    const { id } = done(await createBudget(world.approver, { title: "Homes", year: "2026-27", amount: "1,000" }));
    expect(kindOf(await createBudget(world.approver, { title: "Homes", year: "2026-27", amount: "1" }))).toBe(
      "invalid",
    );
    expect(kindOf(await createBudget(world.approver, { title: "Homes", year: "2026-28", amount: "1" }))).toBe(
      "invalid",
    );
    expect(kindOf(await createBudget(world.commissioner, { title: "Mine", year: "2026-27", amount: "1" }))).toBe(
      "forbidden",
    );
    expect(kindOf(await createBudget(world.signatory, { title: "Mine", year: "2026-27", amount: "1" }))).toBe(
      "missing",
    );
    done(await changeBudget(world.approver, { id, amount: "500" }));
    expect(kindOf(await changeBudget(world.commissioner, { id, amount: "5" }))).toBe("forbidden");
    expect(kindOf(await changeBudget(world.approver, { id: world.budgetId, amount: "29.99" }))).toBe("invalid");
    done(await changeBudget(world.approver, { id: world.budgetId, amount: "30" }));
    expect(kindOf(await setSpotAllowance(world.approver, { year: thisYear(), cap: "29.99" }))).toBe("invalid");
    done(await setSpotAllowance(world.approver, { year: thisYear(), cap: "30" }));
    expect(kindOf(await setSpotAllowance(world.commissioner, { year: thisYear(), cap: "30" }))).toBe("forbidden");
    expect(await listAllowances(world.commissioner)).toMatchObject([{ capPence: 30_00n, usedPence: 30_00n }]);
    expect((await listBudgets(world.commissioner)).total).toBe(2);
    expect((await listBudgetChoices(world.approver, [thisYear()])).map((row) => row.id)).toContain(world.budgetId);
  });

  test("are nobody else's to see", async () => {
    const [world, partner] = [await marketplace(), await coFunder()];
    for (const actor of [partner.approver, world.signatory]) {
      expect(await findBudget(actor, world.budgetId)).toBeNull();
      expect(kindOf(await changeBudget(actor, { id: world.budgetId, amount: "1" }))).toBe("missing");
    }
    const auditor = await member("steward", await organisation("steward", "Register office"), "auditor");
    expect(await findBudget(auditor, world.budgetId)).not.toBeNull();
    expect(kindOf(await changeBudget(auditor, { id: world.budgetId, amount: "1" }))).toBe("forbidden");
  });

  test("a change races an approval: never below what is held", async () => {
    for (let round = 0; round < 6; round += 1) {
      const world = await marketplace({ budget: 30_00n });
      const id = await proposed(world);
      await Promise.all([
        approveShare(world.approver, { id, budgets: world.budgets, conflict: none }),
        changeBudget(world.approver, { id: world.budgetId, amount: "29" }),
      ]);
      const { amountPence, committedPence } = await db.budget.findUniqueOrThrow({ where: { id: world.budgetId } });
      expect(committedPence <= amountPence).toBe(true);
    }
  });
});
