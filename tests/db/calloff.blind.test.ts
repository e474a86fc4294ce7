import { beforeAll, describe, expect, test } from "vitest";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { rankingOf } from "@/lib/calloff/decide/ranking/queries";
import { lockQuality, reviseConsensus, saveConsensus } from "@/lib/calloff/decide/scoring/commands/moderate";
import { finishScoring, saveScores } from "@/lib/calloff/decide/scoring/commands/score";
import { panelOf } from "@/lib/calloff/decide/scoring/queries/panel";
import { moderationOf, scoringOf } from "@/lib/calloff/decide/scoring/queries/scores";
import { listWaiting } from "@/lib/calloff/decide/scoring/queries/waiting";
import { type Actor, type Member, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { passed, scoringNow, submitted } from "../support/call-off/tenders";
import { callOffIn, charity, type Made, type Players, players } from "../support/call-off/world";
import { done, member } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players();
});

const SUBCONTRACTOR = "Quiet Partner Limited";
type Tendered = Made & { tenders: string[] };
async function scoring(): Promise<Tendered> {
  const made = await callOffIn(world, { closesAt: passed() });
  const partner = {
    ...{ partnerId: newId(), organisationId: newId(), name: SUBCONTRACTOR, shareBp: 2000, volume: null },
    ...{ does: "Weekend support", vcse: true },
  };
  const tenders = [];
  for (const bidder of world.bidders) tenders.push(await submitted(made, bidder, { more: { partners: [partner] } }));
  await scoringNow(world, made);
  return { ...made, tenders };
}
const scoresFor = ({ tenders, criteria }: Tendered, score: number) =>
  tenders.flatMap((tenderId) =>
    criteria
      .filter(({ kind }) => kind !== "price")
      .map(({ id: criterionId }) => ({ tenderId, criterionId, score, reason: `Private thought ${score}.` })),
  );
async function finished(made: Tendered, who: Member, score: number) {
  done(await saveScores(who, { id: made.id, scores: scoresFor(made, score) }));
  done(await finishScoring(who, { id: made.id, sure: "yes" }));
}
const seen = async (actor: Actor, id: string) => {
  const found = await moderationOf(actor, id);
  return found && [...new Set(found.cells.flatMap(({ scores }) => scores.map(({ userId }) => userId)))].toSorted();
};

describe("scores of others", () => {
  test("are hidden until one's own are final, and from everybody else until all are", async () => {
    const made = await scoring();
    const { id } = made;
    const [one, two] = [world.one.id, world.two.id];
    done(await saveScores(world.two, { id, scores: scoresFor(made, 4) }));
    expect(await seen(world.one, id)).toEqual([]);
    await finished(made, world.one, 2);
    expect(await seen(world.one, id)).toEqual([one]);
    for (const other of [world.moderator, world.commissioner, world.auditor]) expect(await seen(other, id)).toEqual([]);
    expect(await seen(world.two, id)).toEqual([two]);
    expect(JSON.stringify(await scoringOf(world.two, id))).not.toContain("Private thought 2");
    done(await finishScoring(world.two, { id, sure: "yes" }));
    for (const other of [world.one, world.two, world.moderator, world.commissioner, world.auditor])
      expect(await seen(other, id)).toEqual([one, two].toSorted());
    const moderation = await moderationOf(world.moderator, id);
    expect(moderation?.cells.every(({ wide }) => wide)).toBe(true);
    expect(moderation?.open).toBe(true);
  });

  test("are nobody's outside, and of somebody who left they no longer count", async () => {
    const made = await scoring();
    const { id } = made;
    await finished(made, world.one, 2);
    await finished(made, world.two, 3);
    for (const stranger of [...world.bidders.map(({ signatory }) => signatory), world.funder, visitor]) {
      expect(await moderationOf(stranger, id)).toBeNull();
      expect(await scoringOf(stranger, id)).toBeNull();
      expect(await panelOf(stranger, id)).toBeNull();
    }
    await db.evaluator.deleteMany({ where: { callOffId: id, userId: world.two.id } });
    expect(await seen(world.moderator, id)).toEqual([world.one.id]);
  });

  test("never go into the history, nor do their reasons", async () => {
    const made = await scoring();
    await finished(made, world.one, 2);
    const lines = await db.auditEvent.findMany({ where: { subjectId: made.id, event: { startsWith: "callOff." } } });
    expect(lines.length).toBeGreaterThan(1);
    expect(JSON.stringify(lines)).not.toContain("Private thought");
  });
});

describe("tenders", () => {
  test("are shown to a judge without names, and only after a declaration", async () => {
    const { id } = await scoring();
    const fresh = await member("authority", world.authorityId, "evaluator");
    await db.evaluator.create({
      data: { callOffId: id, userId: fresh.id, appointedById: world.commissioner.id, appointedAt: new Date() },
    });
    const before = await scoringOf(fresh, id);
    expect(before?.tenders).toEqual([]);
    expect(before?.tenderers).toEqual(world.bidders.map(({ name }) => name).toSorted());
    done(await declareForCallOff(fresh, { id, conflict: "none", detail: "" }));
    const after = await scoringOf(fresh, id);
    expect(after).toMatchObject({ open: true, done: 0, all: 9, tenderers: [] });
    const text = JSON.stringify(after?.tenders);
    for (const name of [SUBCONTRACTOR, ...world.bidders.map((bidder) => bidder.name)]) expect(text).not.toContain(name);
    expect(after?.tenders[0]?.partners).toEqual([{ does: "Weekend support", shareBp: 2000, vcse: true }]);
    done(await declareForCallOff(fresh, { id, conflict: "conflict", detail: "My sister works there." }));
    expect(await scoringOf(fresh, id)).toMatchObject({ tenders: [], conflicted: true, open: false });
    expect(
      (await panelOf(world.commissioner, id))?.evaluators.find(({ userId }) => userId === fresh.id)?.declared,
    ).toBe("conflicted");
  });

  test("are nobody's before the opening, whoever is on the panel", async () => {
    const made = await callOffIn(world, { closesAt: passed() });
    const [bidder] = world.bidders;
    if (bidder) await submitted(made, bidder);
    await db.evaluator.create({
      data: { callOffId: made.id, userId: world.one.id, appointedById: world.commissioner.id, appointedAt: new Date() },
    });
    expect(await scoringOf(world.one, made.id)).toBeNull();
    expect(await moderationOf(world.commissioner, made.id)).toBeNull();
    expect(await rankingOf(world.commissioner, made.id)).toBeNull();
  });
});

test("what waits for a judge is what they have still to do", async () => {
  const made = await scoring();
  const { id } = made;
  const waits = async (actor: Actor) =>
    (await listWaiting(actor)).filter((one) => one.id === id).map(({ href }) => href);
  expect(await waits(world.one)).toEqual([`/call-offs/${id}/scores`]);
  expect(await waits(world.moderator)).toEqual([]);
  await finished(made, world.one, 3);
  await finished(made, world.two, 3);
  expect(await waits(world.one)).toEqual([]);
  expect(await waits(world.moderator)).toEqual([`/call-offs/${id}/moderation`]);
  expect(await waits(world.commissioner)).toEqual([]);
  expect(await waits(visitor)).toEqual([]);
});

test("thirty-two competitors are ranked, and every version after the lock stands on the page", async () => {
  const made = await callOffIn(world, { closesAt: passed() });
  const tenders: string[] = [];
  for (let at = 0; at < 32; at += 1) {
    const bidder = await charity(`Competitor ${at}`, world.partId);
    tenders.push(await submitted(made, bidder, { unitPence: 100_00n + BigInt(at) }));
  }
  await scoringNow(world, made);
  const all = { ...made, tenders };
  const { id } = made;
  await finished(all, world.one, 3);
  await finished(all, world.two, 4);
  done(await saveConsensus(world.moderator, { id, scores: scoresFor(all, 3) }));
  done(await lockQuality(world.moderator, { id, sure: "yes" }));
  const [lot] = (await rankingOf(world.auditor, id))?.lots ?? [];
  expect(lot?.ranking.places.map(({ place }) => place)).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
  expect(lot?.ranking.winnerId).toBe(tenders[0]);
  const criterionId = made.criteria[0]?.id ?? "";
  const change = { score: 5, reason: "It is complete.", changedFor: "A page was overlooked." };
  done(await reviseConsensus(world.moderator, { id, tenderId: tenders[31], criterionId, ...change }));
  const cell = (await moderationOf(world.auditor, id))?.cells.find(
    (one) => one.tenderId === tenders[31] && one.criterionId === criterionId,
  );
  expect(cell?.versions.map(({ version, changedFor }) => [version, changedFor])).toEqual([
    [1, null],
    [2, "A page was overlooked."],
  ]);
  expect((await rankingOf(world.auditor, id))?.lots[0]?.ranking.winnerId).toBe(tenders[31]);
}, 30_000);
