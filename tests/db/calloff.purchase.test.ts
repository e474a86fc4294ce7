import { describe, expect, test } from "vitest";
import { acceptPurchase } from "@/lib/agreements/commands";
import { approveShare, refuseShare } from "@/lib/calloff/approval/commands";
import { changeBudget, createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import { findBudget, listAllowances, listBudgetChoices, listBudgets } from "@/lib/calloff/budget/queries";
import { declareConflict, declinePurchase, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveFunders, saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { findOffer, findPurchase } from "@/lib/calloff/purchase/queries/find";
import { listOffers, listPurchases, listWaiting } from "@/lib/calloff/purchase/queries/list";
import type { Actor, Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/id";
import { addDays } from "@/lib/core/moment";
import {
  budgetFor,
  coFunder,
  done,
  type Marketplace,
  marketplace,
  member,
  organisation,
  thisYear,
  today,
  typedDetails,
} from "../support/world.calloff";

const none = "none";
type Partner = { organisationId: string; share: string };

async function drafted(
  world: Marketplace,
  { by = world.commissioner, volume = "1", others = [] as Partner[], more = {} as Record<string, unknown> } = {},
) {
  const { id } = done(await startPurchase(by, { serviceId: world.serviceId, ...typedDetails(more) }));
  done(await saveLines(by, { id, version: 1, lines: [{ rateLineId: world.lines[0]?.id, volume }] }));
  if (others.length > 0) done(await saveFunders(by, { id, version: 2, method: "percent", others }));
  return id;
}
async function proposed(world: Marketplace, how: Parameters<typeof drafted>[1] = {}) {
  const id = await drafted(world, how);
  done(await proposePurchase(how.by ?? world.commissioner, { id, conflict: none }));
  return id;
}
async function offered(world: Marketplace, how: Parameters<typeof drafted>[1] = {}) {
  const id = await proposed(world, how);
  done(await approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }));
  return id;
}
const stateOf = async (id: string) => (await db.purchase.findUniqueOrThrow({ where: { id } })).state;
const committed = async (id: string) => (await db.budget.findUniqueOrThrow({ where: { id } })).committedPence;
const used = async (organisationId: string) =>
  (await db.spotAllowance.findUniqueOrThrow({ where: { organisationId_year: { organisationId, year: thisYear() } } }))
    .usedPence;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? "done" : result.refusal?.kind);
const told = (actor: Member, title: string) =>
  db.notification.count({ where: { userId: actor.id, title: { contains: title } } });

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

  test("two funders: an offer only when both have approved", async () => {
    const [world, partner] = [await marketplace(), await coFunder()];
    const id = await proposed(world, {
      volume: "1",
      others: [{ organisationId: partner.organisationId, share: "33.33" }],
    });
    expect(await findPurchase(partner.commissioner, id)).not.toBeNull();
    done(await approveShare(partner.approver, { id, budgetId: partner.budgetId, conflict: none }));
    expect(await stateOf(id)).toBe("proposed");
    done(await approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }));
    expect(await stateOf(id)).toBe("offered");
    expect((await committed(partner.budgetId)) + (await committed(world.budgetId))).toBe(30_00n);
  });

  test("both approve at once: both count, and it is offered once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const [world, partner] = [await marketplace(), await coFunder()];
      const id = await proposed(world, { others: [{ organisationId: partner.organisationId, share: "50" }] });
      const results = await Promise.all([
        approveShare(partner.approver, { id, budgetId: partner.budgetId, conflict: none }),
        approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }),
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
    const approve = (actor: Actor, budgetId = world.budgetId) => approveShare(actor, { id, budgetId, conflict: none });
    expect(kindOf(await approve(world.both))).toBe("forbidden");
    expect(kindOf(await approve(world.commissioner))).toBe("forbidden");
    expect(kindOf(await approve(partner.approver, partner.budgetId))).toBe("missing");
    expect(kindOf(await approve(world.signatory))).toBe("missing");
    expect(kindOf(await approve(world.approver, partner.budgetId))).toBe("invalid");
    expect(kindOf(await approve(world.approver, await budgetFor(world.buyerId, 1_000_00n, "2019-20")))).toBe("invalid");
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
    expect(kindOf(await approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }))).toBe(
      "conflict",
    );
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
    done(await approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }));
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
          await press(stranger, { id, reason: "x", conflict: none, budgetId: newId(), detail: "x", signed: "yes" }),
        ),
      ).toBe("missing");
  });
});

describe("races", () => {
  test("a hundred approvals against one budget spend what is there and no more", async () => {
    const world = await marketplace({ budget: 1_000_00n });
    const ids: string[] = [];
    for (let at = 0; at < 100; at += 1) ids.push(await proposed(world));
    const results = await Promise.all(
      ids.map((id) => approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none })),
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
          approve: () => approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }),
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
      [1, 2].map(() => approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none })),
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
    expect((await listBudgetChoices(world.approver, thisYear())).map((row) => row.id)).toContain(world.budgetId);
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
        approveShare(world.approver, { id, budgetId: world.budgetId, conflict: none }),
        changeBudget(world.approver, { id: world.budgetId, amount: "29" }),
      ]);
      const { amountPence, committedPence } = await db.budget.findUniqueOrThrow({ where: { id: world.budgetId } });
      expect(committedPence <= amountPence).toBe(true);
    }
  });
});
