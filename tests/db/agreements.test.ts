import { describe, expect, test } from "vitest";
import { acceptPurchase } from "@/lib/agreements/commands/accept";
import {
  endAgreement,
  expireAgreement,
  mobiliseAgreement,
  startAgreement,
  terminateAgreement,
} from "@/lib/agreements/commands/moves";
import { keepAgreements } from "@/lib/agreements/keeping";
import { findAgreement, listAgreements, listDue, listWaiting } from "@/lib/agreements/queries";
import { approveShare } from "@/lib/calloff/approval/commands";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { type Actor, system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { findHistory, listHistory, timelineOf } from "@/lib/core/history/history";
import { addDays } from "@/lib/core/values/moment";
import { exportAwards, findAward, listAwards, listBuyers } from "@/lib/openness/queries";
import { awardFilter } from "@/lib/openness/schema";
import {
  done,
  type Marketplace,
  marketplace,
  member,
  organisation,
  startsOn,
  typedDetails,
} from "../support/world.calloff";

async function offer(world: Marketplace, more: Record<string, unknown> = {}) {
  const { id } = done(await startPurchase(world.commissioner, { serviceId: world.serviceId, ...typedDetails(more) }));
  done(
    await saveLines(world.commissioner, { id, version: 1, lines: [{ rateLineId: world.lines[0]?.id, volume: "10" }] }),
  );
  done(await proposePurchase(world.commissioner, { id, conflict: "none" }));
  done(await approveShare(world.approver, { id, budgets: world.budgets, conflict: "none" }));
  return id;
}
async function signed(more: Record<string, unknown> = {}) {
  const world = await marketplace({ prices: [{ pence: 30_00n, vatBp: 2000 }] });
  const purchaseId = await offer(world, more);
  const { id, reference } = done(await acceptPurchase(world.signatory, { id: purchaseId, signed: "yes" }));
  return { ...world, purchaseId, id, reference };
}
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? "done" : result.refusal?.kind);
const later = (days: number) => new Date(`${addDays(startsOn(), days)}T12:00:00Z`);

describe("accepting an offer", () => {
  test("makes the agreement with its payment lines, at the pinned price", async () => {
    const { purchaseId, id, reference, commissioner, signatory, approver } = await signed();
    expect(reference).toMatch(/^TG-\d{4}-\d{6}$/);
    const found = await findAgreement(commissioner, id);
    expect(found).toMatchObject({
      state: "signed",
      valuePence: 300_00n,
      vatPence: 60_00n,
      signedById: signatory.id,
      purchase: { id: purchaseId },
    });
    expect(found?.payments).toMatchObject([
      { number: 1, unit: "hour", volume: 10, unitPence: 30_00n, amountPence: 300_00n, vatPence: 60_00n },
    ]);
    expect((await db.purchase.findUniqueOrThrow({ where: { id: purchaseId } })).state).toBe("accepted");
    expect(
      await db.notification.count({
        where: { userId: { in: [commissioner.id, approver.id] }, href: `/agreements/${id}` },
      }),
    ).toBe(2);
    expect((await listWaiting(commissioner)).map(({ href }) => href)).toEqual([`/agreements/${id}`]);
    expect((await listAgreements(signatory)).total).toBe(1);
  });

  test("is for a signatory who says so, of a member in good standing", async () => {
    const world = await marketplace();
    const id = await offer(world);
    expect(kindOf(await acceptPurchase(world.signatory, { id }))).toBe("invalid");
    expect(kindOf(await acceptPurchase(world.editor, { id, signed: "yes" }))).toBe("forbidden");
    expect(kindOf(await acceptPurchase(world.commissioner, { id, signed: "yes" }))).toBe("forbidden");
    const stranger = await member("provider", await organisation("provider", "Other"), "signatory");
    expect(kindOf(await acceptPurchase(stranger, { id, signed: "yes" }))).toBe("missing");
    await db.membership.updateMany({ where: { organisationId: world.supplierId }, data: { state: "suspended" } });
    expect(kindOf(await acceptPurchase(world.signatory, { id, signed: "yes" }))).toBe("conflict");
    expect(await db.agreement.count({ where: { purchaseId: id } })).toBe(0);
  });

  test("pressed twice at once is one agreement", async () => {
    const world = await marketplace();
    const id = await offer(world);
    const results = await Promise.all([1, 2].map(() => acceptPurchase(world.signatory, { id, signed: "yes" })));
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect(await db.agreement.count({ where: { purchaseId: id } })).toBe(1);
  });
});

describe("an agreement", () => {
  test("goes from signed to ended, when the days allow", async () => {
    const { id, commissioner, signatory } = await signed();
    expect(kindOf(await startAgreement(commissioner, { id }))).toBe("conflict");
    done(await mobiliseAgreement(signatory, { id }));
    expect(kindOf(await startAgreement(commissioner, { id }))).toBe("conflict");
    expect(kindOf(await startAgreement(signatory, { id }))).toBe("forbidden");
    done(await atTime(later(0), () => startAgreement(commissioner, { id })));
    expect(kindOf(await expireAgreement(commissioner, { id }))).toBe("conflict");
    expect(await listDue(system, addDays(startsOn(), 20))).toContainEqual({ id, event: "expire" });
    done(await atTime(later(20), () => expireAgreement(system, { id })));
    expect(kindOf(await atTime(later(100), () => endAgreement(commissioner, { id })))).toBe("conflict");
    expect(await listDue(system, addDays(startsOn(), 101))).toContainEqual({ id, event: "end" });
    done(await atTime(later(101), () => endAgreement(system, { id })));
    expect((await findAgreement(commissioner, id))?.state).toBe("ended");
    expect(await listDue(visitor, addDays(startsOn(), 101))).toEqual([]);
  });

  test("comes near its end and ends by the clock, once, whoever looks", async () => {
    const { id, commissioner } = await signed();
    done(await mobiliseAgreement(commissioner, { id }));
    done(await atTime(later(0), () => startAgreement(commissioner, { id })));
    const keep = (days: number) => atTime(later(days), () => keepAgreements(later(days)));
    const near = await Promise.all([keep(20), keep(20)]);
    expect(near.reduce((sum, { expiring }) => sum + expiring, 0)).toBeGreaterThanOrEqual(1);
    expect((await findAgreement(commissioner, id))?.state).toBe("expiring");
    await keep(101);
    expect((await findAgreement(commissioner, id))?.state).toBe("ended");
    expect(await keep(101)).toEqual({ expiring: 0, ended: 0 });
  });

  test("is stopped early by the buyer, with a reason; two at once, one is told", async () => {
    const { id, commissioner, signatory } = await signed();
    done(await mobiliseAgreement(commissioner, { id }));
    expect(kindOf(await terminateAgreement(signatory, { id, reason: "No." }))).toBe("forbidden");
    expect(kindOf(await terminateAgreement(commissioner, { id, reason: "" }))).toBe("invalid");
    const results = await Promise.all(
      [1, 2].map(() => terminateAgreement(commissioner, { id, reason: "It did not start." })),
    );
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect((await findAgreement(signatory, id))?.endReason).toBe("It did not start.");
  });

  test("is not for strangers", async () => {
    const { id } = await signed();
    const stranger = await member(
      "authority",
      await organisation("authority", "Elsewhere"),
      "commissioner",
      "approver",
    );
    for (const actor of [stranger, visitor] satisfies Actor[]) {
      expect(await findAgreement(actor, id)).toBeNull();
      for (const press of [mobiliseAgreement, startAgreement, expireAgreement, endAgreement, terminateAgreement])
        expect(kindOf(await press(actor, { id, reason: "x" }))).toBe("missing");
    }
  });
});

describe("what everyone sees", () => {
  test("the award, without a unit price or a volume", async () => {
    const { reference, buyerId } = await signed({ title: "Rooms in Hackney" });
    const award = await findAward(visitor, reference);
    expect(award).toMatchObject({ title: "Rooms in Hackney", valuePence: 300_00n, payments: [{ what: "Support" }] });
    expect(JSON.stringify(award, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
      /unitPence|"volume"/,
    );
    const buyer = (await db.organisation.findUniqueOrThrow({ where: { id: buyerId } })).reference;
    const seen = await listAwards(visitor, awardFilter({ buyer }));
    expect(seen).toMatchObject({ total: 1, valuePence: 300_00n, suppliers: 1 });
    for (const filter of [
      { words: "hackney" },
      { place: "region-london" },
      { category: "accommodation" },
      { instrument: "contract" },
    ])
      expect((await listAwards(visitor, awardFilter({ buyer, ...filter }))).total, JSON.stringify(filter)).toBe(1);
    for (const filter of [
      { words: "%" },
      { place: "region-wales" },
      { instrument: "grant" },
      { from: addDays(startsOn(), 5) },
    ])
      expect((await listAwards(visitor, awardFilter({ buyer, ...filter }))).total, JSON.stringify(filter)).toBe(0);
    expect((await exportAwards(visitor, awardFilter({ buyer }))).length).toBe(1);
    expect((await listBuyers(visitor)).map((row) => row.reference)).toContain(buyer);
    expect(await findAward(visitor, "TG-2026-999999")).toBeNull();
    expect(await findAward(visitor, "'; drop table")).toBeNull();
  });

  test("an auditor walks the history by key; others read only what they found", async () => {
    const { id, purchaseId, commissioner } = await signed();
    const auditor = await member("authority", await organisation("authority", "Audit Office"), "auditor");
    const first = await listHistory(auditor, {});
    expect(first.lines.length).toBeGreaterThan(5);
    const subject = await listHistory(auditor, { subject: "agreement" });
    expect(subject.lines.some((line) => line.subjectId === id && line.event === "agreement.sign")).toBe(true);
    expect((await findHistory(auditor, { subject: "purchase", id: purchaseId })).map(({ event }) => event)).toEqual([
      "purchase.start",
      "purchase.saveLines",
      "purchase.propose",
      "purchase.offer",
      "purchase.accept",
    ]);
    expect(await findHistory(commissioner, { subject: "purchase", id: purchaseId })).toEqual([]);
    expect((await listHistory(commissioner, {})).lines).toEqual([]);
    expect((await timelineOf(commissioner, [{ subject: "purchase", id: purchaseId }])).at(-1)).toMatchObject({
      event: "purchase.accept",
      organisation: "Homeward",
    });
    expect(await timelineOf(visitor, [{ subject: "purchase", id: purchaseId }])).toEqual([]);
    const last = first.lines.at(-1);
    const next = await listHistory(auditor, {}, last?.id);
    expect(next.lines.some(({ id }) => first.lines.some((line) => line.id === id))).toBe(false);
  });
});

test("the database holds that an agreement is worth what its payment lines come to", async () => {
  const world = await marketplace();
  const id = await offer(world);
  const { supplierId } = await db.purchase.findUniqueOrThrow({ where: { id }, select: { supplierId: true } });
  const agreed = done(await acceptPurchase(await member("provider", supplierId, "signatory"), { id, signed: "yes" }));
  const change = { valuePence: { increment: 1n } };
  await expect(db.agreement.update({ where: { id: agreed.id }, data: change })).rejects.toThrow(/do not sum/);
  await expect(
    db.paymentLine.create({
      data: {
        ...{ agreementId: agreed.id, number: 99, unit: "hour", what: "More", complexity: "any" },
        ...{ unitPence: 1n, volume: 1, amountPence: 1n, vatPence: 0n },
      },
    }),
  ).rejects.toThrow(/do not sum/);
});
