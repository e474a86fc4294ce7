import { describe, expect, test } from "vitest";
import { approveShare } from "@/lib/calloff/approval/commands";
import { byYear } from "@/lib/calloff/budget/years";
import { declareConflict, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { findOffer, findPurchase } from "@/lib/calloff/purchase/queries/find";
import { listOffers, listWaiting } from "@/lib/calloff/purchase/queries/list";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays } from "@/lib/core/values/moment";
import { committed, drafted, kindOf, none, offered, proposed, stateOf, told, used } from "../support/purchases";
import {
  budgetFor,
  coFunder,
  done,
  type Marketplace,
  marketplace,
  nextApril,
  nextYear,
  startsOn,
  thisYear,
  today,
  typedDetails,
} from "../support/world.calloff";

describe("from proposal to offer", () => {
  test("the price is taken from the limit, the route is named, the approver is told", async () => {
    const world = await marketplace();
    const id = await proposed(world, { volume: "10" });
    const found = await findPurchase(world.commissioner, id);
    expect(found).toMatchObject({ state: "proposed", route: "spot", proposedById: world.commissioner.id });
    expect(found?.ruleCodes).toContain("below.no_suitability");
    expect(await used(world.buyerId)).toBe(300_00n);
    expect(await told(world.approver, "waits for your approval")).toBe(1);
    expect(await db.conflictDeclaration.count({ where: { purchaseId: id, conflicted: false } })).toBe(1);
    expect((await listWaiting(world.approver)).map((row) => row.href)).toContain(`/purchases/${id}/approve`);
  });

  test("one approver, one budget: the money is held and the charity is offered it", async () => {
    const world = await marketplace();
    const id = await offered(world, { volume: "10" });
    expect(await stateOf(id)).toBe("offered");
    expect(await committed(world.budgetId)).toBe(300_00n);
    expect(await told(world.signatory, "made you an offer")).toBe(1);
    expect(await told(world.commissioner, "approved")).toBe(1);
    const offer = await findOffer(world.signatory, id);
    expect(offer?.valuePence).toBe(300_00n);
    expect(JSON.stringify(Object.keys(offer ?? {}))).not.toMatch(/route|reason"|conflicts|proposedBy/);
    expect((await listOffers(world.signatory, { view: "waiting" })).total).toBe(1);
    expect((await listWaiting(world.signatory)).length).toBe(1);
  });

  test("a term that crosses the end of a financial year is set aside in a budget of each", async () => {
    const world = await marketplace();
    const id = await proposed(world, { volume: "10", more: { endsOn: addDays(nextApril(), 30) } });
    const approve = (budgets: Record<string, string>) => approveShare(world.approver, { id, budgets, conflict: none });
    expect(await approve(world.budgets)).toMatchObject({
      refusal: { fields: { [`budgets.${nextYear()}`]: [`Choose a budget for ${nextYear()}`] } },
    });
    const next = await budgetFor(world.buyerId, 1_000_00n, nextYear());
    done(await approve({ ...world.budgets, [nextYear()]: next }));
    const [first = 0n, second = 0n] = byYear({ from: startsOn(), to: addDays(nextApril(), 30) }, 300_00n).map(
      ({ pence }) => pence,
    );
    expect([await committed(world.budgetId), await committed(next)]).toEqual([first, second]);
    done(await withdrawPurchase(world.commissioner, { id, reason: "It is not needed any more." }));
    expect([await committed(world.budgetId), await committed(next)]).toEqual([0n, 0n]);
  });

  test("two funders: an offer only when both have approved", async () => {
    const [world, partner] = [await marketplace(), await coFunder()];
    const id = await proposed(world, {
      volume: "1",
      others: [{ organisationId: partner.organisationId, share: "33.33" }],
    });
    expect(await findPurchase(partner.commissioner, id)).not.toBeNull();
    done(await approveShare(partner.approver, { id, budgets: partner.budgets, conflict: none }));
    expect(await stateOf(id)).toBe("proposed");
    done(await approveShare(world.approver, { id, budgets: world.budgets, conflict: none }));
    expect(await stateOf(id)).toBe("offered");
    expect((await committed(partner.budgetId)) + (await committed(world.budgetId))).toBe(30_00n);
  });

  test("both approve at once: both count, and it is offered once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const [world, partner] = [await marketplace(), await coFunder()];
      const id = await proposed(world, { others: [{ organisationId: partner.organisationId, share: "50" }] });
      const results = await Promise.all([
        approveShare(partner.approver, { id, budgets: partner.budgets, conflict: none }),
        approveShare(world.approver, { id, budgets: world.budgets, conflict: none }),
      ]);
      expect(results.map(kindOf)).toEqual(["done", "done"]);
      expect(await stateOf(id)).toBe("offered");
      expect(await db.auditEvent.count({ where: { subjectId: id, event: "purchase.offer" } })).toBe(1);
    }
  });
});

describe("nobody approves what they proposed", () => {
  test("not with both roles, not without the role, not for another body", async () => {
    const world = await marketplace();
    const partner = await coFunder();
    const id = await proposed(world, { by: world.both });
    const approve = (actor: Actor, budgets = world.budgets) => approveShare(actor, { id, budgets, conflict: none });
    expect(kindOf(await approve(world.both))).toBe("forbidden");
    expect(kindOf(await approve(world.commissioner))).toBe("forbidden");
    expect(kindOf(await approve(partner.approver, partner.budgets))).toBe("missing");
    expect(kindOf(await approve(world.signatory))).toBe("missing");
    expect(kindOf(await approve(world.approver, partner.budgets))).toBe("invalid");
    expect(
      kindOf(await approve(world.approver, { [thisYear()]: await budgetFor(world.buyerId, 1_000_00n, "2019-20") })),
    ).toBe("invalid");
    expect(await db.permissionRefusal.count({ where: { actorId: world.both.id, command: "approval.approve" } })).toBe(
      1,
    );
    expect(await stateOf(id)).toBe("proposed");
    expect(kindOf(await approve(world.approver))).toBe("done");
    expect(kindOf(await approve(world.approver))).toBe("conflict");
  });

  test("a conflict of interest bars a person, and stays on record", async () => {
    const world = await marketplace();
    const id = await drafted(world);
    done(await declareConflict(world.commissioner, { id, detail: "My sister runs the charity." }));
    expect(kindOf(await proposePurchase(world.commissioner, { id, conflict: none }))).toBe("conflict");
    expect(kindOf(await declareConflict(world.commissioner, { id, detail: "Again." }))).toBe("conflict");
    done(await proposePurchase(world.both, { id, conflict: none }));
    done(await declareConflict(world.approver, { id, detail: "I am a trustee." }));
    expect(kindOf(await approveShare(world.approver, { id, budgets: world.budgets, conflict: none }))).toBe("conflict");
    expect(kindOf(await declareConflict(world.signatory, { id, detail: "Not mine to say." }))).toBe("missing");
  });

  test("a purchase that nobody else could approve is not proposed", async () => {
    const world = await marketplace();
    await db.seat.deleteMany({ where: { userId: world.approver.id } });
    const id = await drafted(world, { by: world.both });
    const result = await proposePurchase(world.both, { id, conflict: none });
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", message: expect.stringContaining("nobody else") },
    });
  });
});

describe("what a proposal is refused for", () => {
  const propose = async (world: Marketplace, id: string) => {
    const result = await proposePurchase(world.commissioner, { id, conflict: none });
    if (result.ok) throw new Error("was proposed");
    expect(await stateOf(id)).toBe("draft");
    expect(await used(world.buyerId)).toBe(0n);
    return result.refusal.message;
  };

  test("nothing bought, no word on conflicts, too late, prices ended, service gone", async () => {
    const world = await marketplace();
    const { id: empty } = done(
      await startPurchase(world.commissioner, { serviceId: world.serviceId, ...typedDetails() }),
    );
    expect(await propose(world, empty)).toContain("how much you need");
    const id = await drafted(world);
    expect(kindOf(await proposePurchase(world.commissioner, { id }))).toBe("invalid");
    await db.purchase.update({ where: { id }, data: { startsOn: new Date("2020-01-01") } });
    expect(await propose(world, id)).toContain("start date has passed");
    await db.purchase.update({ where: { id }, data: { startsOn: new Date(`${today()}T00:00:00Z`) } });
    await db.rateCard.update({
      where: { id: world.rateCardId },
      data: { validTo: new Date(`${addDays(today(), -1)}T00:00:00Z`) },
    });
    expect(await propose(world, id)).toContain("prices have ended");
    await db.service.update({ where: { id: world.serviceId }, data: { state: "paused" } });
    expect(await propose(world, id)).toContain("no longer be bought");
  });

  test("over the authority's own limit, and over the threshold together with an earlier one", async () => {
    const small = await marketplace({ cap: 59_99n });
    expect(await propose(small, await drafted(small, { volume: "2" }))).toContain("left of its limit");
    const large = await marketplace({ prices: [{ pence: 400_000_00n }], budget: 900_000_00n, cap: 9_000_000_00n });
    await proposed(large);
    const id = await drafted(large);
    const result = await proposePurchase(large.commissioner, { id, conflict: none });
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", message: expect.stringContaining("reaches the threshold of £663,540") },
    });
    expect(await used(large.buyerId)).toBe(400_000_00n);
  });

  test("two at once, each under the threshold and together over it: one goes through", async () => {
    for (let round = 0; round < 4; round += 1) {
      const world = await marketplace({ prices: [{ pence: 400_000_00n }], cap: 9_000_000_00n });
      const [one, other] = [await drafted(world), await drafted(world)];
      const results = await Promise.all(
        [one, other].map((id) => proposePurchase(world.commissioner, { id, conflict: none })),
      );
      expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    }
  });

  test("twenty at once against a limit for five: five go through", async () => {
    const world = await marketplace({ cap: 150_00n });
    const ids = await Promise.all(Array.from({ length: 20 }, () => drafted(world)));
    const results = await Promise.all(ids.map((id) => proposePurchase(world.commissioner, { id, conflict: none })));
    expect(results.filter(({ ok }) => ok).length).toBe(5);
    expect(await used(world.buyerId)).toBe(150_00n);
  });
});
