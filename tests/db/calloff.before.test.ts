import { beforeAll, describe, expect, test } from "vitest";
import { findConflicts } from "@/lib/calloff/before/conflicts/queries";
import { openEngagementBoard, postOnBoard } from "@/lib/calloff/before/engagement/commands";
import { findBoard, listBoards } from "@/lib/calloff/before/engagement/queries";
import { matches } from "@/lib/calloff/before/forecast/matches";
import { findForecast } from "@/lib/calloff/before/forecast/queries";
import { findFunding, listAwardsToApprove, listWaiting } from "@/lib/calloff/before/funding/queries";
import { holdCallOff } from "@/lib/calloff/record/commands/step";
import { chooseRoute, refuseUnlawfulRoute } from "@/lib/calloff/route/commands";
import { findRoutes } from "@/lib/calloff/route/queries";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { inScene } from "../support/call-off/drafts";
import { callOffIn, charity, type Made, type Players, players, unconflicted } from "../support/call-off/world";
import { kindOf } from "../support/purchases";
import { done, member, organisation, serviceOnSale, thisYear } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 1 });
});

const stranger = async () =>
  member("authority", await organisation("authority", "Elsewhere"), "commissioner", "approver");
const small = async (made: Made, budgetPence = 100_000_00n) => {
  await db.lot.updateMany({ where: { callOffId: made.id }, data: { budgetPence, extensionPence: 0n } });
  await db.callOff.update({ where: { id: made.id }, data: { estimatePence: budgetPence } });
  return made;
};
/** A draft of an authority of its own, so that no other test's need counts with it. */
async function alone(budgetPence = 100_000_00n) {
  const own = await players({ charities: 0 });
  const made = await small(await callOffIn(own, { state: "draft", route: "quotes" }), budgetPence);
  const choose = async (route: string, more: object = {}) =>
    chooseRoute(own.commissioner, {
      ...{ id: made.id, route, reason: "", ground: "" },
      version: (await db.callOff.findUniqueOrThrow({ where: { id: made.id } })).version,
      ...more,
    });
  return { own, made, choose };
}

describe("the route", () => {
  test("a lawful one is chosen with its rules; one that is not is refused, with why", async () => {
    const { own, made, choose } = await alone();
    done(await choose("belowThreshold"));
    const row = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect([row.route, row.registerId]).toEqual(["belowThreshold", null]);
    expect(row.ruleCodes).toContain("below.no_suitability");
    expect(kindOf(await choose("marketCompetition"))).toBe("invalid");
    expect(kindOf(await choose("grantRound"))).toBe("invalid");
    expect(kindOf(await choose("quotes", { version: 0 }))).toBe("conflict");
    const input = { id: made.id, route: "quotes", reason: "", ground: "", version: row.version };
    expect(kindOf(await chooseRoute(own.approver, input))).toBe("forbidden");
    expect(kindOf(await chooseRoute(await stranger(), input))).toBe("missing");
    expect((await findRoutes(own.commissioner, made.id))?.choices.length).toBe(7);
    expect(await findRoutes(await stranger(), made.id)).toBeNull();
  });

  test("above the threshold the market is named; a direct award needs a reason of the Act", async () => {
    const { made, choose } = await alone(700_000_00n);
    done(await choose("marketCompetition"));
    expect((await db.callOff.findUniqueOrThrow({ where: { id: made.id } })).registerId).not.toBeNull();
    expect(kindOf(await choose("directAward"))).toBe("invalid");
    expect(kindOf(await choose("directAward", { reason: "Only they can." }))).toBe("invalid");
    expect(kindOf(await choose("directAward", { reason: "Only they can.", ground: "smallValue" }))).toBe("invalid");
    done(await choose("directAward", { reason: "Only they can.", ground: "singleSupplier" }));
    const { routeFacts, routeReason } = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect([routeFacts, routeReason]).toEqual([
      expect.objectContaining({ ground: "singleSupplier" }),
      "Only they can.",
    ]);
  });

  test("the same need in pieces is pointed out, and needs a reason", async () => {
    const { own, made, choose } = await alone(400_000_00n);
    await small(await callOffIn(own, { state: "draft", route: "quotes" }), 300_000_00n);
    expect((await findRoutes(own.commissioner, made.id))?.question).toMatchObject({
      split: true,
      same: [{ pence: 300_000_00n }],
    });
    expect(kindOf(await choose("quotes"))).toBe("invalid");
    done(await choose("quotes", { reason: "Other funders, other start dates." }));
  });

  test("a direct grant fits the yearly limit, and says what it is for", async () => {
    const { own, made, choose } = await alone(10_000_00n);
    await db.callOff.update({ where: { id: made.id }, data: { instrument: "grant" } });
    expect(kindOf(await choose("directGrant", { reason: "A hardship fund." }))).toBe("invalid");
    await db.spotAllowance.create({
      data: { organisationId: own.authorityId, year: thisYear(), capPence: 10_000_00n },
    });
    expect(kindOf(await choose("directGrant"))).toBe("invalid");
    done(await choose("directGrant", { reason: "A hardship fund." }));
  });

  test("what was lawful is judged again, in the transaction of whoever goes on", async () => {
    const { own, made, choose } = await alone();
    done(await choose("quotes"));
    const again = () =>
      inScene(own.commissioner, async (scene) => {
        const row = await holdCallOff(scene, made.id);
        if (row) await refuseUnlawfulRoute(scene, row);
      });
    await again();
    await small(made, 663_540_00n);
    await expect(again()).rejects.toThrow("no longer is");
    await small(made);
    await db.callOff.update({ where: { id: made.id }, data: { route: null } });
    await expect(again()).rejects.toThrow("Choose a route first");
  });
});

describe("the forecast", () => {
  test("counts who has a service that fits by category, place and cohort, and names the quiet apart", async () => {
    const before = await callOffIn(world, { state: "draft", lots: 1 });
    const fits = await charity("Aardvark Homes", world.partId);
    const sale = await serviceOnSale(fits.organisationId, [{ pence: 30_00n }]);
    await db.service.update({
      where: { id: sale.serviceId },
      data: { places: 9, openPlaces: 4, capacityAsOf: new Date() },
    });
    const of = async () => (await matches(db, before.id))[0];
    const found = (await of())?.bidders.find(({ organisationId }) => organisationId === fits.organisationId);
    expect(found).toMatchObject({
      name: "Aardvark Homes",
      services: 1,
      openPlaces: 4,
      vcse: true,
      small: true,
      answered: false,
    });
    expect((await of())?.quiet.some(({ organisationId }) => organisationId === world.bidders[0]?.organisationId)).toBe(
      true,
    );
    await db.lot.updateMany({ where: { callOffId: before.id }, data: { placeCodes: ["region-wales"] } });
    expect((await of())?.bidders.some(({ organisationId }) => organisationId === fits.organisationId)).toBe(false);
    await db.lot.updateMany({
      where: { callOffId: before.id },
      data: { placeCodes: ["region-london"], categoryCode: "women" },
    });
    expect((await of())?.bidders.some(({ organisationId }) => organisationId === fits.organisationId)).toBe(false);
    expect(await findForecast(world.commissioner, before.id)).not.toBeNull();
    expect(await findForecast(await stranger(), before.id)).toBeNull();
    expect(await findForecast(fits.signatory, before.id)).toBeNull();
  });
});

describe("the engagement board", () => {
  test("is opened once, read by all, written on by providers and the authority, and closed by publication", async () => {
    const made = await callOffIn(world, { state: "draft" });
    const { reference } = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    const [bidder] = world.bidders;
    if (!bidder) throw new Error("There is no bidder.");
    const post = (text = "Could the term be longer?") => ({ id: made.id, text });
    expect(await findBoard(visitor, reference)).toBeNull();
    expect(kindOf(await postOnBoard(bidder.editor, post()))).toBe("missing");
    expect(kindOf(await openEngagementBoard(world.commissioner, { id: made.id, intro: "" }))).toBe("invalid");
    expect(kindOf(await openEngagementBoard(world.approver, { id: made.id, intro: "Hello." }))).toBe("forbidden");
    expect(kindOf(await openEngagementBoard(await stranger(), { id: made.id, intro: "Hello." }))).toBe("missing");
    done(await openEngagementBoard(world.commissioner, { id: made.id, intro: "We think of two lots." }));
    expect(kindOf(await openEngagementBoard(world.commissioner, { id: made.id, intro: "Again." }))).toBe("conflict");
    done(await postOnBoard(bidder.editor, post()));
    done(await postOnBoard(world.commissioner, post("It could. Why do you ask?")));
    expect(kindOf(await postOnBoard(await stranger(), post()))).toBe("forbidden");
    expect((await findBoard(visitor, reference))?.posts.map(({ text }) => text)).toEqual([
      "Could the term be longer?",
      "It could. Why do you ask?",
    ]);
    await expect(db.engagementPost.deleteMany({ where: { callOffId: made.id } })).rejects.toThrow();
    expect((await listBoards(visitor, { open: true })).rows.some((row) => row.reference === reference)).toBe(true);
    await db.callOff.update({
      where: { id: made.id },
      data: { state: "withdrawn", endReason: "No.", endedAt: new Date() },
    });
    expect(kindOf(await postOnBoard(bidder.editor, post()))).toBe("conflict");
    expect((await listBoards(visitor, { open: false })).rows.some((row) => row.reference === reference)).toBe(true);
    const late = await callOffIn(world, { state: "published" });
    expect(kindOf(await openEngagementBoard(world.commissioner, { id: late.id, intro: "Late." }))).toBe("conflict");
  });
});

test("reads: a funder sees what it pays for, a stranger nothing, and what a conflict is about stays at home", async () => {
  const made = await callOffIn(world, { state: "conflictsAssessed", shared: true, lots: 2, funding: "asked" });
  await unconflicted(made.id, world.commissioner);
  expect((await findFunding(world.funderApprover, made.id))?.funders.length).toBe(2);
  expect(await findFunding(await stranger(), made.id)).toBeNull();
  expect((await findConflicts(world.funderApprover, made.id))?.declarations.length).toBe(1);
  expect((await listWaiting(world.funderApprover)).some(({ href }) => href === `/call-offs/${made.id}/funders`)).toBe(
    true,
  );
  expect(await listWaiting(world.commissioner)).toEqual([]);
  const draft = await callOffIn(world, { state: "draft", shared: true });
  expect(await findFunding(world.funderApprover, draft.id)).toBeNull();
  const awarded = await callOffIn(world, { state: "awardProposed", shared: true, lots: 2 });
  const [one = "", two = ""] = awarded.lotIds;
  await db.lotShare.deleteMany({ where: { lotId: two, funder: { organisationId: world.funderId } } });
  const said = { version: 1, callOffId: awarded.id, reason: "Best.", ranking: [], concentration: {} };
  for (const lotId of [one, two])
    await db.lotAward.create({ data: { ...said, lotId, proposedById: world.commissioner.id, proposedAt: new Date() } });
  expect((await listAwardsToApprove(world.funderApprover, awarded.id)).map(({ lotId }) => lotId)).toEqual([one]);
  expect((await listAwardsToApprove(world.approver, awarded.id)).length).toBe(2);
  expect(await listAwardsToApprove(await stranger(), awarded.id)).toEqual([]);
});
