import { beforeAll, describe, expect, test } from "vitest";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { openTenders } from "@/lib/calloff/decide/opening/commands";
import { openingOf } from "@/lib/calloff/decide/opening/queries";
import { withdrawCallOff } from "@/lib/calloff/open/publish/commands/withdraw";
import { withdrawTender } from "@/lib/calloff/open/tender/commands/withdraw";
import { openedQuality } from "@/lib/calloff/seal/queries";
import { visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { passed, submitted } from "../support/call-off/tenders";
import { type Bidder, callOffIn, invited, type Players, players, unconflicted } from "../support/call-off/world";
import { kindOf } from "../support/purchases";
import { done } from "../support/world.calloff";

let world: Players;
let first: Bidder;
let second: Bidder;
beforeAll(async () => {
  world = await players();
  const [one, two] = world.bidders;
  if (!one || !two) throw new Error("There are no bidders.");
  [first, second] = [one, two];
});

/** A call-off whose close has passed, with two tenders and two officers without a conflict. */
async function closed(how: Parameters<typeof callOffIn>[1] = {}) {
  const made = await callOffIn(world, { closesAt: passed(), ...how });
  const tenders = [await submitted(made, first), await submitted(made, second, { lotIds: made.lotIds.slice(0, 1) })];
  await unconflicted(made.id, world.commissioner, world.approver, world.colleague);
  return { ...made, tenders };
}
const stateOf = async (id: string) => (await db.callOff.findUniqueOrThrow({ where: { id } })).state;
const outcomeOf = (result: Awaited<ReturnType<typeof openTenders>>) =>
  result.ok ? result.value.outcome : kindOf(result);

describe("tenders", () => {
  test("are opened by two officers together, and whoever sent one is told", async () => {
    const { id, tenders, lotIds } = await closed({ lots: 2 });
    await invited(id, second.organisationId);
    expect(outcomeOf(await openTenders(world.commissioner, { id }))).toBe("first");
    expect(await stateOf(id)).toBe("closed");
    expect(await openedQuality(world.commissioner, id)).toEqual([]);
    expect((await db.invitation.findFirstOrThrow({ where: { callOffId: id } })).state).toBe("noAnswer");
    expect(outcomeOf(await openTenders(world.commissioner, { id }))).toBe("conflict");
    expect(outcomeOf(await openTenders(world.approver, { id }))).toBe("opened");
    expect(await stateOf(id)).toBe("opened");
    expect((await openedQuality(world.commissioner, id)).map(({ state }) => state)).toEqual(["opened", "opened"]);
    const lots = await db.tenderLot.findMany({ where: { tenderId: { in: tenders } } });
    expect(lots.map(({ tenderId, lotId }) => [tenderId, lotId]).toSorted()).toEqual(
      [
        [tenders[0], lotIds[0]],
        [tenders[0], lotIds[1]],
        [tenders[1], lotIds[0]],
      ].toSorted(),
    );
    expect(lots.every(({ pricePence }) => pricePence === null)).toBe(true);
    const told = await db.notification.findMany({
      where: { organisationId: first.organisationId, href: `/tenders/${tenders[0]}` },
    });
    expect(told.length).toBe(2);
    expect(outcomeOf(await openTenders(world.colleague, { id }))).toBe("conflict");
  });

  test("stay shut before the close, and for whoever has a conflict or has not said", async () => {
    const early = await callOffIn(world);
    await submitted(early, first);
    await unconflicted(early.id, world.commissioner);
    const refused = await openTenders(world.commissioner, { id: early.id });
    expect(refused.ok ? "" : refused.refusal.message).toContain("after the close");
    const { id } = await closed();
    expect(outcomeOf(await openTenders(world.one, { id }))).toBe("conflict");
    done(await declareForCallOff(world.one, { id, conflict: "conflict", detail: "My sister works there." }));
    expect(outcomeOf(await openTenders(world.one, { id }))).toBe("conflict");
    expect(await db.opening.count({ where: { callOffId: id } })).toBe(0);
  });

  test("are opened by officers of the authority only, and strangers find nothing", async () => {
    const { id } = await closed();
    expect(outcomeOf(await openTenders(world.auditor, { id }))).toBe("forbidden");
    for (const stranger of [first.signatory, world.funder, visitor]) {
      expect(outcomeOf(await openTenders(stranger, { id }))).toBe("missing");
      expect(await openingOf(stranger, id)).toBeNull();
    }
    expect(await openingOf(world.auditor, id)).toMatchObject({ tenders: 2, mayTakePart: false, conflicted: null });
    expect(await openingOf(world.commissioner, id)).toMatchObject({
      mayTakePart: true,
      tookPart: false,
      conflicted: false,
    });
  });

  test("where none came there is nothing to open, and the call-off is closed so that it can be ended", async () => {
    const { id } = await callOffIn(world, { closesAt: passed() });
    await unconflicted(id, world.commissioner);
    expect(outcomeOf(await openTenders(world.commissioner, { id }))).toBe("none");
    expect(await stateOf(id)).toBe("closed");
    expect(outcomeOf(await openTenders(world.commissioner, { id }))).toBe("none");
  });
});

describe("races", () => {
  test("both officers at once open once", async () => {
    const { id } = await closed();
    const both = await Promise.all([world.commissioner, world.approver].map((who) => openTenders(who, { id })));
    expect(both.map(outcomeOf).toSorted()).toEqual(["first", "opened"]);
    expect(await db.opening.count({ where: { callOffId: id } })).toBe(2);
    expect(await db.auditEvent.count({ where: { subjectId: id, event: "callOff.open" } })).toBe(1);
  });

  test("one officer pressing twice at once takes part once, and opens nothing", async () => {
    const { id } = await closed();
    const both = await Promise.all([1, 2].map(() => openTenders(world.commissioner, { id })));
    expect(both.map(outcomeOf).toSorted()).toEqual(["conflict", "first"]);
    expect(await stateOf(id)).toBe("closed");
  });

  /** One officer took part already, and the row still says that it is open. */
  async function almost() {
    const made = await closed();
    await db.opening.create({ data: { callOffId: made.id, userId: world.commissioner.id, at: new Date() } });
    const before = new Date(made.closesAt.getTime() - 1);
    return { ...made, atLast: <T>(work: () => Promise<T>) => atTime(before, work) };
  }

  test("withdrawing the call-off at the last moment against opening it: one of the two", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, atLast } = await almost();
      const [back, opened] = await Promise.all([
        atLast(() => withdrawCallOff(world.colleague, { id, reason: "The need has gone." })),
        openTenders(world.approver, { id }),
      ]);
      const { destroyedAt } = await db.callOffKey.findUniqueOrThrow({ where: { callOffId: id } });
      expect([destroyedAt !== null, await stateOf(id)]).toEqual(back.ok ? [true, "withdrawn"] : [false, "opened"]);
      expect(outcomeOf(opened)).toBe(back.ok ? "conflict" : "opened");
    }
  });

  test("a tender withdrawn at the last moment against the opening: it is out, or it is opened", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, tenders, atLast } = await almost();
      const [mine = ""] = tenders;
      const [back, opened] = await Promise.all([
        atLast(() => withdrawTender(first.signatory, { id: mine })),
        openTenders(world.approver, { id }),
      ]);
      expect(outcomeOf(opened)).toBe("opened");
      const { state } = await db.tender.findUniqueOrThrow({ where: { id: mine } });
      expect(state).toBe(back.ok ? "withdrawn" : "opened");
      expect(await db.tenderLot.count({ where: { tenderId: mine } })).toBe(back.ok ? 0 : 1);
    }
  });

  test("at the very close no withdrawal comes in any more, and the tenders can be opened", async () => {
    const { id, tenders, closesAt } = await almost();
    expect(kindOf(await atTime(closesAt, () => withdrawTender(first.signatory, { id: tenders[0] })))).toBe("conflict");
    expect(outcomeOf(await atTime(closesAt, () => openTenders(world.approver, { id })))).toBe("opened");
  });
});
