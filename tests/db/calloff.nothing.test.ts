import { describe, expect, test } from "vitest";
import { acceptPurchase } from "@/lib/agreements/commands/accept";
import { approveShare, refuseShare } from "@/lib/calloff/approval/commands";
import { declareConflict, declinePurchase, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { listPurchases } from "@/lib/calloff/purchase/queries/list";
import { db } from "@/lib/core/db";
import { committed, drafted, kindOf, none, offered, proposed, stateOf, told, used } from "../support/purchases";
import { coFunder, done, type Marketplace, marketplace, member, organisation } from "../support/world.calloff";

describe("coming to nothing lets go of everything", () => {
  const loose = async (world: Marketplace, id: string, state: string) => {
    expect(await stateOf(id)).toBe(state);
    expect(await committed(world.budgetId)).toBe(0n);
    expect(await used(world.buyerId)).toBe(0n);
    expect(await db.commitment.count({ where: { purchaseId: id, releasedAt: null } })).toBe(0);
  };

  test("refused by the second funder, after the first approved", async () => {
    const [world, partner] = [await marketplace(), await coFunder()];
    const id = await proposed(world, { others: [{ organisationId: partner.organisationId, share: "50" }] });
    done(await approveShare(world.approver, { id, budgets: world.budgets, conflict: none }));
    expect(kindOf(await refuseShare(partner.approver, { id, reason: "" }))).toBe("invalid");
    expect(kindOf(await refuseShare(partner.commissioner, { id, reason: "No." }))).toBe("forbidden");
    done(await refuseShare(partner.approver, { id, reason: "We fund another service there." }));
    await loose(world, id, "refused");
    expect(await told(world.commissioner, "refused")).toBe(1);
  });

  test("declined by the charity's signatory, with a reason", async () => {
    const world = await marketplace();
    const id = await offered(world);
    expect(kindOf(await declinePurchase(world.editor, { id, reason: "No." }))).toBe("forbidden");
    expect(kindOf(await declinePurchase(world.signatory, { id, reason: " " }))).toBe("invalid");
    expect(kindOf(await declinePurchase(world.commissioner, { id, reason: "No." }))).toBe("forbidden");
    done(await declinePurchase(world.signatory, { id, reason: "We have no places until May." }));
    await loose(world, id, "declined");
    expect((await findPurchase(world.commissioner, id))?.answerReason).toBe("We have no places until May.");
    expect(kindOf(await declinePurchase(world.signatory, { id, reason: "Again." }))).toBe("conflict");
  });

  test("withdrawn as a draft, a proposal and an offer", async () => {
    for (const stage of [drafted, proposed, offered]) {
      const world = await marketplace();
      const id = await stage(world);
      expect(kindOf(await withdrawPurchase(world.approver, { id, reason: "" }))).toBe("forbidden");
      done(await withdrawPurchase(world.commissioner, { id, reason: "" }));
      await loose(world, id, "withdrawn");
    }
  });

  test("the one who bought sees it among what came to nothing, a stranger nowhere", async () => {
    const world = await marketplace();
    const id = await proposed(world);
    done(await withdrawPurchase(world.commissioner, { id, reason: "" }));
    expect((await listPurchases(world.commissioner, { view: "ended" })).rows.map((row) => row.id)).toEqual([id]);
    const stranger = await member(
      "authority",
      await organisation("authority", "Elsewhere"),
      "commissioner",
      "approver",
    );
    expect((await listPurchases(stranger, { view: "all" })).total).toBe(0);
    expect(await findPurchase(stranger, id)).toBeNull();
    for (const press of [
      withdrawPurchase,
      proposePurchase,
      approveShare,
      refuseShare,
      declinePurchase,
      declareConflict,
      acceptPurchase,
    ])
      expect(
        kindOf(
          await press(stranger, {
            id,
            reason: "x",
            conflict: none,
            budgets: world.budgets,
            detail: "x",
            signed: "yes",
          }),
        ),
      ).toBe("missing");
  });
});
