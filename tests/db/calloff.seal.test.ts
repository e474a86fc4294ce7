import { beforeAll, expect, test } from "vitest";
import { openedPrices, openedQuality } from "@/lib/calloff/seal/queries";
import { db } from "@/lib/core/db";
import { moderatedNow, openedNow, passed, submitted } from "../support/call-off/tenders";
import { callOffIn, type Players, players } from "../support/call-off/world";

let world: Players;
beforeAll(async () => {
  world = await players();
});

const readers = () => [world.commissioner, world.one, world.auditor, world.funderApprover, world.bidders[0]?.signatory];

test("before the opening nobody reads a tender, and after it prices stay shut until the lock", async () => {
  const made = await callOffIn(world, { closesAt: passed() });
  const [first] = world.bidders;
  if (!first) throw new Error("There is no bidder.");
  const id = await submitted(made, first, { unitPence: 120_00n });
  for (const reader of readers()) {
    expect(await openedQuality(reader ?? world.commissioner, made.id)).toEqual([]);
    expect(await openedPrices(reader ?? world.commissioner, made.id)).toEqual([]);
  }
  await openedNow(world, made);
  expect((await openedQuality(world.one, made.id))[0]?.quality.answers[0]?.text).toBe("We would do it well.");
  expect(await openedPrices(world.one, made.id)).toEqual([]);
  expect(await openedQuality(world.funderApprover, made.id)).toEqual([]);
  expect(await openedQuality(first.signatory, made.id)).toEqual([]);
  expect(id).toBeTruthy();
});

test("once quality is locked the prices open", async () => {
  const made = await callOffIn(world, { closesAt: passed(), lots: 2, shared: true });
  const ids = [];
  for (const [at, bidder] of world.bidders.entries())
    ids.push({
      id: await submitted(made, bidder, { unitPence: BigInt(100 + at) }),
      points: 3,
      unitPence: BigInt(100 + at),
    });
  await moderatedNow(world, made, ids);
  const prices = await openedPrices(world.commissioner, made.id);
  expect(prices.map(({ price }) => price.lots[0]?.unitPence)).toEqual([100n, 101n, 102n]);
});

test("the database opens nothing before the close, or for one officer", async () => {
  const early = await callOffIn(world);
  await db.callOff.update({ where: { id: early.id }, data: { state: "closed" } });
  await db.opening.createMany({
    data: [world.commissioner, world.approver].map(({ id: userId }) => ({
      callOffId: early.id,
      userId,
      at: new Date(),
    })),
  });
  await expect(db.callOff.update({ where: { id: early.id }, data: { state: "opened" } })).rejects.toThrow();
  const alone = await callOffIn(world, { closesAt: passed() });
  await db.callOff.update({ where: { id: alone.id }, data: { state: "closed" } });
  await db.opening.create({ data: { callOffId: alone.id, userId: world.commissioner.id, at: new Date() } });
  await expect(db.callOff.update({ where: { id: alone.id }, data: { state: "opened" } })).rejects.toThrow();
});
