import { beforeAll, describe, expect, test } from "vitest";
import {
  assessConflicts,
  declareForCallOff,
  reviseCallOff,
  saveConflictsAssessment,
} from "@/lib/calloff/before/conflicts/commands";
import { agreeShare, declineShare } from "@/lib/calloff/before/funding/commands/agree";
import { saveFunders } from "@/lib/calloff/before/funding/commands/save";
import { dropShares, sharesChanged } from "@/lib/calloff/before/funding/commands/shares";
import { db } from "@/lib/core/db";
import { inScene, ready } from "../support/call-off/drafts";
import { callOffIn, type Made, type Players, players, unconflicted } from "../support/call-off/world";
import { kindOf } from "../support/purchases";
import { done, member, organisation } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 0 });
});

const none = "none";
const stateOf = async (id: string) => (await db.callOff.findUniqueOrThrow({ where: { id } })).state;
const versionOf = async (id: string) => (await db.callOff.findUniqueOrThrow({ where: { id } })).version;
const parts = async (id: string) =>
  (
    await db.callOffFunder.findMany({
      where: { callOffId: id },
      select: { number: true, state: true, organisationId: true, shares: { orderBy: { lot: { number: "asc" } } } },
      orderBy: { number: "asc" },
    })
  ).map(({ state, shares }) => ({ state, pence: shares.map(({ sharePence }) => sharePence) }));

const other = (made: Made, share: string, organisationId = world.funderId) => ({
  organisationId,
  shares: made.lotIds.map((lotId) => ({ lotId, share })),
});
const save = async (made: Made, method: "percent" | "pounds", others: unknown[], more: object = {}) =>
  saveFunders(world.commissioner, { id: made.id, version: await versionOf(made.id), method, others, ...more });

describe("shares", () => {
  test("in percent, to the penny; the lead comes first and pays the rest", async () => {
    const made = await callOffIn(world, { state: "draft", lots: 2 });
    await db.lot.update({ where: { id: made.lotIds[0] ?? "" }, data: { budgetPence: 100_01n } });
    done(await save(made, "percent", [other(made, "33.33")]));
    expect(await parts(made.id)).toEqual([
      { state: "listed", pence: [66_68n, 400_020_00n] },
      { state: "listed", pence: [33_33n, 199_980_00n] },
    ]);
  });

  test("in pounds, by lot, and another body may pay the whole of a lot", async () => {
    const made = await callOffIn(world, { state: "draft", lots: 2 });
    const [one = "", two = ""] = made.lotIds;
    const shares = [
      { lotId: one, share: "600,000" },
      { lotId: two, share: "" },
    ];
    done(await save(made, "pounds", [{ organisationId: world.funderId, shares }]));
    expect((await parts(made.id)).map(({ pence }) => pence)).toEqual([[0n, 600_000_00n], [600_000_00n]]);
  });

  test("refuses more than there is, nothing at all, nothing left for the lead, strangers and charities", async () => {
    const made = await callOffIn(world, { state: "draft" });
    const charity = await organisation("provider", "Homeward");
    for (const others of [
      [other(made, "600000.01")],
      [other(made, "")],
      [other(made, "600000")],
      [other(made, "1", charity)],
      [other(made, "1", world.authorityId)],
      [other(made, "1"), other(made, "1")],
      [{ organisationId: world.funderId, shares: [{ lotId: world.funderId, share: "1" }] }],
    ])
      expect(kindOf(await save(made, "pounds", others))).toBe("invalid");
    expect(kindOf(await save(made, "pounds", [], { version: 0 }))).toBe("conflict");
    const input = { id: made.id, version: 1, method: "percent", others: [] };
    expect(kindOf(await saveFunders(world.approver, input))).toBe("forbidden");
    expect(kindOf(await saveFunders(world.funder, input))).toBe("missing");
  });

  test("a lot that changes keeps the percentages and asks again; one that stays does not", async () => {
    const made = await callOffIn(world, { state: "draft", lots: 2, shared: true });
    await db.lot.update({ where: { id: made.lotIds[0] ?? "" }, data: { budgetPence: 600_000_00n } });
    await inScene(world.commissioner, (scene) => sharesChanged(scene, made.id));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["agreed", "agreed"]);
    await db.lot.update({ where: { id: made.lotIds[0] ?? "" }, data: { budgetPence: 500_000_00n } });
    await inScene(world.commissioner, (scene) => sharesChanged(scene, made.id));
    expect(await parts(made.id)).toEqual([
      { state: "listed", pence: [300_000_00n, 360_000_00n] },
      { state: "listed", pence: [200_000_00n, 240_000_00n] },
    ]);
  });

  test("a new lot is shared as the others are, and a deleted one asks its payers again", async () => {
    const made = await callOffIn(world, { state: "draft", lots: 1, shared: true });
    const lot = await db.lot.create({
      data: {
        ...{ callOffId: made.id, number: 2, title: "Lot 2", categoryCode: "accommodation", unit: "week" },
        ...{ placeCodes: ["region-london"], budgetPence: 100n },
      },
    });
    await inScene(world.commissioner, (scene) => sharesChanged(scene, made.id));
    expect((await parts(made.id)).map(({ pence }) => pence[1])).toEqual([60n, 40n]);
    await db.callOffFunder.updateMany({ where: { callOffId: made.id }, data: { state: "asked" } });
    await db.callOffFunder.updateMany({ where: { callOffId: made.id }, data: { state: "agreed" } });
    await inScene(world.commissioner, (scene) => dropShares(scene, made.id, lot.id));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["listed", "listed"]);
  });
});

describe("agreeing in principle", () => {
  test("everyone is asked, each body answers for itself, and the last makes it ready", async () => {
    const made = await ready(world, { shared: true });
    expect(kindOf(await assessConflicts(world.commissioner, { id: made.id }))).toBe("conflict");
    done(await declareForCallOff(world.commissioner, { id: made.id, conflict: none }));
    done(await assessConflicts(world.commissioner, { id: made.id }));
    expect(await stateOf(made.id)).toBe("conflictsAssessed");
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["asked", "asked"]);
    expect(kindOf(await agreeShare(world.commissioner, { id: made.id, conflict: none }))).toBe("forbidden");
    done(await agreeShare(world.approver, { id: made.id, conflict: none }));
    expect(await stateOf(made.id)).toBe("conflictsAssessed");
    expect(kindOf(await agreeShare(world.approver, { id: made.id, conflict: none }))).toBe("conflict");
    done(await agreeShare(world.funderApprover, { id: made.id, conflict: none }));
    expect(await stateOf(made.id)).toBe("funded");
    expect(await db.callOffDeclaration.count({ where: { callOffId: made.id } })).toBe(3);
    const told = await db.notification.count({
      where: { userId: world.funderApprover.id, href: { contains: made.id } },
    });
    expect(told).toBe(1);
  });

  test("a revision keeps the word of those whose pence stay, and asks the others again", async () => {
    const made = await ready(world, { shared: true, lots: 2 });
    const [one = "", two = ""] = made.lotIds;
    await unconflicted(made.id, world.commissioner);
    done(await assessConflicts(world.commissioner, { id: made.id }));
    for (const person of [world.approver, world.funderApprover])
      done(await agreeShare(person, { id: made.id, conflict: none }));
    done(await reviseCallOff(world.commissioner, { id: made.id, reason: "The volumes were wrong." }));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["agreed", "agreed"]);
    done(await assessConflicts(world.commissioner, { id: made.id }));
    expect(await stateOf(made.id)).toBe("funded");
    done(await reviseCallOff(world.commissioner, { id: made.id, reason: "Another share." }));
    const thirdId = await organisation("authority", "The council");
    await member("authority", thirdId, "approver");
    const shares = (share: string) => [
      { lotId: one, share },
      { lotId: two, share },
    ];
    const others = [
      { organisationId: world.funderId, shares: shares("40") },
      { organisationId: thirdId, shares: shares("10") },
    ];
    done(await save(made, "percent", others));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["listed", "agreed", "listed"]);
    done(await assessConflicts(world.commissioner, { id: made.id }));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["asked", "agreed", "asked"]);
  });

  test("a body declines with a reason, and is asked again after the draft was changed", async () => {
    const made = await ready(world, { shared: true });
    await unconflicted(made.id, world.commissioner);
    done(await assessConflicts(world.commissioner, { id: made.id }));
    expect(kindOf(await declineShare(world.funderApprover, { id: made.id, reason: "" }))).toBe("invalid");
    done(await declineShare(world.funderApprover, { id: made.id, reason: "Not this year." }));
    done(await agreeShare(world.approver, { id: made.id, conflict: none }));
    expect(await stateOf(made.id)).toBe("conflictsAssessed");
    done(await reviseCallOff(world.commissioner, { id: made.id, reason: "They declined." }));
    done(await assessConflicts(world.commissioner, { id: made.id }));
    expect((await parts(made.id)).map(({ state }) => state)).toEqual(["agreed", "asked"]);
  });

  test("a person with a conflict neither assesses nor agrees; strangers see nothing", async () => {
    const made = await ready(world, { shared: true });
    const stranger = await member(
      "authority",
      await organisation("authority", "Elsewhere"),
      "commissioner",
      "approver",
    );
    const conflicted = { id: made.id, conflict: "conflict", detail: "My sister is a trustee of Homeward." };
    done(await declareForCallOff(world.commissioner, conflicted));
    expect(kindOf(await declareForCallOff(world.commissioner, { ...conflicted, detail: "" }))).toBe("invalid");
    expect(kindOf(await assessConflicts(world.commissioner, { id: made.id }))).toBe("conflict");
    await unconflicted(made.id, world.colleague);
    done(await assessConflicts(world.colleague, { id: made.id }));
    done(await declareForCallOff(world.funderApprover, conflicted));
    expect(kindOf(await agreeShare(world.funderApprover, { id: made.id, conflict: none }))).toBe("conflict");
    for (const act of [
      () => declareForCallOff(stranger, { id: made.id, conflict: none }),
      () => agreeShare(stranger, { id: made.id, conflict: none }),
      () => declineShare(stranger, { id: made.id, reason: "No." }),
      () => assessConflicts(stranger, { id: made.id }),
      () => reviseCallOff(stranger, { id: made.id, reason: "No." }),
      () => saveConflictsAssessment(stranger, { id: made.id, version: 1, assessment: "No." }),
    ])
      expect(kindOf(await act())).toBe("missing");
  });

  test("a draft that misses something is not sent to its funders; nor without an assessment", async () => {
    const made = await ready(world, {});
    await unconflicted(made.id, world.commissioner);
    const version = await versionOf(made.id);
    await db.callOff.update({ where: { id: made.id }, data: { conflictsAssessment: "" } });
    expect(kindOf(await assessConflicts(world.commissioner, { id: made.id }))).toBe("conflict");
    done(await saveConflictsAssessment(world.commissioner, { id: made.id, version, assessment: "None found." }));
    await db.callOff.update({ where: { id: made.id }, data: { need: "" } });
    expect(kindOf(await assessConflicts(world.commissioner, { id: made.id }))).toBe("conflict");
    await db.callOff.update({ where: { id: made.id }, data: { need: "A home.", route: "quotes" } });
    expect(kindOf(await assessConflicts(world.commissioner, { id: made.id }))).toBe("conflict");
    expect(await stateOf(made.id)).toBe("draft");
  });

  test("an edit of the shares against an agreement: what is agreed is what is stored", async () => {
    for (let round = 0; round < 6; round += 1) {
      const made = await ready(world, { shared: true });
      await unconflicted(made.id, world.commissioner);
      done(await assessConflicts(world.commissioner, { id: made.id }));
      done(await agreeShare(world.approver, { id: made.id, conflict: none }));
      const edit = async () => {
        const back = await reviseCallOff(world.commissioner, { id: made.id, reason: "Another share." });
        return back.ok ? save(made, "percent", [other(made, "50")]) : back;
      };
      const [agreed, edited] = await Promise.all([
        agreeShare(world.funderApprover, { id: made.id, conflict: none }),
        edit(),
      ]);
      expect(edited.ok).toBe(true);
      expect(await parts(made.id)).toEqual([
        { state: "listed", pence: [300_000_00n] },
        { state: "listed", pence: [300_000_00n] },
      ]);
      expect(["done", "conflict", "missing"]).toContain(kindOf(agreed));
    }
  });

  test("two approvers of one body at once: one of the two; of two bodies: both, and it is funded once", async () => {
    const made = await ready(world, { shared: true });
    const second = await member("authority", world.authorityId, "approver");
    await unconflicted(made.id, world.commissioner);
    done(await assessConflicts(world.commissioner, { id: made.id }));
    const results = await Promise.all(
      [world.approver, second, world.funderApprover].map((who) => agreeShare(who, { id: made.id, conflict: none })),
    );
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done", "done"]);
    expect(await stateOf(made.id)).toBe("funded");
    expect(await db.auditEvent.count({ where: { event: "callOff.fund", subjectId: made.id } })).toBe(1);
  });
});
