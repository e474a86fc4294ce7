import { beforeAll, describe, expect, test } from "vitest";
import { judged, rankingOf } from "@/lib/calloff/decide/ranking/queries";
import { lockQuality, reviseConsensus, saveConsensus } from "@/lib/calloff/decide/scoring/commands/moderate";
import { appointEvaluators } from "@/lib/calloff/decide/scoring/commands/panel";
import { finishScoring, saveScores } from "@/lib/calloff/decide/scoring/commands/score";
import { startEvaluation } from "@/lib/calloff/decide/scoring/commands/start";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { openedNow, passed, scoringNow, submitted } from "../support/call-off/tenders";
import { type Bidder, callOffIn, charity, type Made, type Players, players } from "../support/call-off/world";
import { kindOf } from "../support/purchases";
import { done, member } from "../support/world.calloff";

let world: Players;
let first: Bidder;
let second: Bidder;
beforeAll(async () => {
  world = await players();
  const [one, two] = world.bidders;
  if (!one || !two) throw new Error("There are no bidders.");
  [first, second] = [one, two];
});

const panel = (more: object = {}) => ({
  ...{ evaluators: [world.one.id, world.two.id], moderator: world.moderator.id, reason: "" },
  ...more,
});
type Tendered = Made & { tenders: string[] };
async function opened(how: Parameters<typeof callOffIn>[1] = {}): Promise<Tendered> {
  const made = await callOffIn(world, { closesAt: passed(), ...how });
  const tenders = [
    await submitted(made, first, { unitPence: 100_00n, vatBp: 2000 }),
    await submitted(made, second, { unitPence: 120_00n }),
  ];
  await openedNow(world, made);
  return { ...made, tenders };
}
async function scoring(how: Parameters<typeof callOffIn>[1] = {}): Promise<Tendered> {
  const made = await callOffIn(world, { closesAt: passed(), ...how });
  const tenders = [
    await submitted(made, first, { unitPence: 100_00n, vatBp: 2000 }),
    await submitted(made, second, { unitPence: 120_00n }),
  ];
  await scoringNow(world, made);
  return { ...made, tenders };
}
const judgedBy = ({ criteria }: Made) => criteria.filter(({ kind }) => kind !== "price");
const page = ({ tenders, ...made }: Tendered, score: number | ((tender: number) => number)) =>
  tenders.flatMap((tenderId, at) =>
    judgedBy(made).map(({ id: criterionId }) => ({
      ...{ tenderId, criterionId, score: typeof score === "number" ? score : score(at) },
      reason: "Because of the plan.",
    })),
  );
async function allScored(made: Tendered) {
  for (const who of [world.one, world.two]) {
    done(await saveScores(who, { id: made.id, scores: page(made, 3) }));
    done(await finishScoring(who, { id: made.id, sure: "yes" }));
  }
}
async function locked(made: Tendered, score: number | ((tender: number) => number)) {
  await allScored(made);
  done(await saveConsensus(world.moderator, { id: made.id, scores: page(made, score) }));
  done(await lockQuality(world.moderator, { id: made.id, sure: "yes" }));
}
const fieldsOf = (result: { ok: boolean; refusal?: { kind: string; fields?: object } }) =>
  result.ok ? "done" : Object.keys(result.refusal?.fields ?? {}).join();

describe("the panel", () => {
  test("is two evaluators and a moderator with seats, and each is told", async () => {
    const { id } = await callOffIn(world);
    done(await appointEvaluators(world.commissioner, { id, ...panel() }));
    const rows = await db.evaluator.findMany({ where: { callOffId: id }, orderBy: { role: "asc" } });
    expect(rows.map(({ role }) => role)).toEqual(["evaluator", "evaluator", "moderator"]);
    expect(
      await db.notification.count({ where: { userId: world.moderator.id, href: `/call-offs/${id}/moderation` } }),
    ).toBe(1);
    done(
      await appointEvaluators(world.commissioner, {
        id,
        ...panel({ evaluators: [world.two.id, world.moderator.id], moderator: world.one.id }),
      }),
    );
    const after = await db.evaluator.findMany({ where: { callOffId: id, role: "moderator" } });
    expect(after.map(({ userId }) => userId)).toEqual([world.one.id]);
  });

  test("may hold somebody from a funder, and nobody from elsewhere", async () => {
    const theirs = await member("authority", world.funderId, "evaluator");
    const made = await callOffIn(world, { shared: true });
    const alone = await callOffIn(world);
    const asked = panel({ evaluators: [world.one.id, theirs.id] });
    done(await appointEvaluators(world.commissioner, { id: made.id, ...asked }));
    expect(fieldsOf(await appointEvaluators(world.commissioner, { id: alone.id, ...asked }))).toBe("evaluators");
    const seatless = panel({ moderator: world.auditor.id });
    expect(fieldsOf(await appointEvaluators(world.commissioner, { id: alone.id, ...seatless }))).toBe("moderator");
  });

  test("of one evaluator is for small values, with a reason; nobody has two roles", async () => {
    const { id } = await callOffIn(world);
    const one = { id, ...panel({ evaluators: world.one.id }) };
    expect(fieldsOf(await appointEvaluators(world.commissioner, one))).toBe("evaluators");
    await db.callOff.update({ where: { id }, data: { estimatePence: 20_000_00n } });
    expect(fieldsOf(await appointEvaluators(world.commissioner, one))).toBe("reason");
    done(await appointEvaluators(world.commissioner, { ...one, reason: "The value is small." }));
    const twice = { id, ...panel({ moderator: world.one.id }) };
    expect(fieldsOf(await appointEvaluators(world.commissioner, twice))).toBe("moderator");
  });

  test("is the commissioner's to appoint, changes with a reason once scoring has begun, and not after the lock", async () => {
    const made = await scoring();
    const { id } = made;
    expect(kindOf(await appointEvaluators(world.approver, { id, ...panel() }))).toBe("forbidden");
    for (const stranger of [first.signatory, world.funder])
      expect(kindOf(await appointEvaluators(stranger, { id, ...panel() }))).toBe("missing");
    const third = await member("authority", world.authorityId, "evaluator");
    const changed = { id, ...panel({ evaluators: [world.one.id, third.id] }) };
    expect(fieldsOf(await appointEvaluators(world.commissioner, changed))).toBe("reason");
    done(await appointEvaluators(world.commissioner, { ...changed, reason: "One of them is ill." }));
    expect(kindOf(await saveScores(world.two, { id, scores: page(made, 3) }))).toBe("forbidden");
    const other = await scoring();
    await locked(other, 3);
    expect(kindOf(await appointEvaluators(world.commissioner, { id: other.id, ...panel() }))).toBe("conflict");
  });
});

describe("starting the scoring", () => {
  test("needs a panel, and disregards whoever is not a member of the part", async () => {
    const outsider = await charity("Outside", null);
    const made = await callOffIn(world, { closesAt: passed() });
    const mine = await submitted(made, first);
    const theirs = await submitted(made, outsider);
    await openedNow(world, made);
    const { id } = made;
    expect(kindOf(await startEvaluation(world.commissioner, { id }))).toBe("conflict");
    done(await appointEvaluators(world.commissioner, { id, ...panel() }));
    const application = await db.application.create({
      data: {
        ...{ id: newId(), reference: `TA-${id.slice(-8)}`, organisationId: outsider.organisationId },
        ...{ registerId: world.registerId, state: "inReview", createdAt: new Date() },
        parts: { create: { partId: world.partId } },
      },
    });
    const waits = await startEvaluation(world.commissioner, { id });
    expect(waits.ok ? "" : waits.refusal.message).toContain(application.reference);
    await db.application.update({ where: { id: application.id }, data: { state: "withdrawn" } });
    done(await startEvaluation(world.commissioner, { id }));
    const states = await db.tender.findMany({
      where: { callOffId: id },
      select: { id: true, state: true, reason: true },
    });
    expect(states.find((tender) => tender.id === mine)?.state).toBe("opened");
    expect(states.find((tender) => tender.id === theirs)).toMatchObject({ state: "disregarded" });
    expect(states.find((tender) => tender.id === theirs)?.reason).toContain("section 34");
    expect(kindOf(await startEvaluation(world.commissioner, { id }))).toBe("conflict");
  });

  test("asks a person about a condition that is not met, and keeps the reason", async () => {
    const made = await callOffIn(world, { closesAt: passed(), route: "belowThreshold" });
    const conditionId = newId();
    await db.callOffCondition.create({
      data: {
        ...{ id: conditionId, callOffId: made.id, number: 1, about: "service" },
        title: "Open on Sundays",
        text: "",
        why: "",
      },
    });
    const tenders = [
      await submitted(made, first, { more: { conditions: [{ conditionId, met: false, text: "" }] } }),
      await submitted(made, second),
    ];
    await openedNow(world, made);
    const { id } = made;
    done(await appointEvaluators(world.commissioner, { id, ...panel() }));
    expect(kindOf(await startEvaluation(world.commissioner, { id }))).toBe("conflict");
    const decisions = [
      { tenderId: tenders[0], what: "disregard", reason: "Sundays are what this is for." },
      { tenderId: tenders[1], what: "consider", reason: "The answer says so elsewhere." },
    ];
    done(await startEvaluation(world.commissioner, { id, decisions }));
    const states = await db.tender.findMany({
      where: { callOffId: id },
      select: { state: true, reason: true },
      orderBy: { reference: "asc" },
    });
    expect(states.map(({ state }) => state)).toEqual(["disregarded", "opened"]);
    expect(states[0]?.reason).toContain("Open on Sundays");
    expect(await db.auditEvent.count({ where: { event: "tender.consider", subjectId: tenders[1] } })).toBe(1);
  });

  test("is the commissioner's, without a conflict", async () => {
    const { id } = await opened();
    done(await appointEvaluators(world.commissioner, { id, ...panel() }));
    expect(kindOf(await startEvaluation(world.approver, { id }))).toBe("forbidden");
    expect(kindOf(await startEvaluation(first.signatory, { id }))).toBe("missing");
    await db.callOffDeclaration.create({
      data: { ...{ id: newId(), callOffId: id, userId: world.colleague.id }, conflicted: true, declaredAt: new Date() },
    });
    expect(kindOf(await startEvaluation(world.colleague, { id }))).toBe("conflict");
  });
});

describe("scores", () => {
  test("are added in versions, each with a reason, and only where something changed", async () => {
    const made = await scoring();
    const { id } = made;
    const [only] = page(made, 4);
    expect(done(await saveScores(world.one, { id, scores: [only] })).saved).toBe(1);
    expect(done(await saveScores(world.one, { id, scores: [only] })).saved).toBe(0);
    const blank = { ...only, criterionId: judgedBy(made)[1]?.id, score: "", reason: "" };
    expect(done(await saveScores(world.one, { id, scores: [{ ...only, score: "2" }, blank] })).saved).toBe(1);
    const rows = await db.score.findMany({
      where: { userId: world.one.id, tenderId: only?.tenderId },
      orderBy: { version: "asc" },
    });
    expect(rows.map(({ version, score }) => [version, score])).toEqual([
      [1, 4],
      [2, 2],
    ]);
    expect(fieldsOf(await saveScores(world.one, { id, scores: [{ ...only, score: "6" }] }))).toBe("scores.0.score");
    expect(fieldsOf(await saveScores(world.one, { id, scores: [{ ...only, reason: "" }] }))).toBe("scores.0.reason");
    expect(fieldsOf(await saveScores(world.one, { id, scores: [{ ...only, score: "" }] }))).toBe("scores.0.score");
    expect(kindOf(await saveScores(world.one, { id, scores: [only, only] }))).toBe("conflict");
  });

  test("are refused to whoever is no evaluator, has not declared, or aims elsewhere", async () => {
    const made = await scoring();
    const other = await scoring();
    const { id } = made;
    const scores = page(made, 3);
    for (const who of [world.moderator, world.commissioner, world.auditor])
      expect(kindOf(await saveScores(who, { id, scores }))).toBe("forbidden");
    expect(kindOf(await saveScores(second.signatory, { id, scores }))).toBe("missing");
    const quiet = await member("authority", world.authorityId, "evaluator");
    await db.evaluator.create({
      data: { callOffId: id, userId: quiet.id, appointedById: world.commissioner.id, appointedAt: new Date() },
    });
    expect(kindOf(await saveScores(quiet, { id, scores }))).toBe("conflict");
    expect(kindOf(await saveScores(world.one, { id, scores: page(other, 3) }))).toBe("missing");
    const price = made.criteria.find(({ kind }) => kind === "price")?.id;
    expect(kindOf(await saveScores(world.one, { id, scores: [{ ...scores[0], criterionId: price }] }))).toBe("missing");
  });

  test("are final once all are in, and not before", async () => {
    const made = await scoring();
    const { id } = made;
    done(await saveScores(world.one, { id, scores: page(made, 3).slice(1) }));
    expect(fieldsOf(await finishScoring(world.one, { id, sure: "yes" }))).toBe("sure");
    done(await saveScores(world.one, { id, scores: page(made, 3) }));
    expect(fieldsOf(await finishScoring(world.one, { id }))).toBe("sure");
    done(await finishScoring(world.one, { id, sure: "yes" }));
    expect(kindOf(await saveScores(world.one, { id, scores: page(made, 5) }))).toBe("conflict");
    expect(kindOf(await finishScoring(world.one, { id, sure: "yes" }))).toBe("conflict");
    expect(
      await db.notification.count({
        where: { userId: world.moderator.id, title: "All scores are in", href: { contains: id } },
      }),
    ).toBe(0);
    done(await saveScores(world.two, { id, scores: page(made, 3) }));
    done(await finishScoring(world.two, { id, sure: "yes" }));
    expect(
      await db.notification.count({
        where: { userId: world.moderator.id, title: "All scores are in", href: { contains: id } },
      }),
    ).toBe(1);
  });
});

describe("the consensus", () => {
  test("waits for all, is the moderator's, and every answer has one before the lock", async () => {
    const made = await scoring();
    const { id } = made;
    const scores = page(made, 4);
    expect(kindOf(await saveConsensus(world.moderator, { id, scores }))).toBe("conflict");
    await allScored(made);
    for (const who of [world.one, world.commissioner])
      expect(kindOf(await saveConsensus(who, { id, scores }))).toBe("forbidden");
    done(await saveConsensus(world.moderator, { id, scores: scores.slice(1) }));
    expect(fieldsOf(await lockQuality(world.moderator, { id, sure: "yes" }))).toBe("sure");
    done(await saveConsensus(world.moderator, { id, scores }));
    expect(kindOf(await lockQuality(world.commissioner, { id, sure: "yes" }))).toBe("forbidden");
    expect(kindOf(await lockQuality(first.signatory, { id, sure: "yes" }))).toBe("missing");
    done(await lockQuality(world.moderator, { id, sure: "yes" }));
    expect(kindOf(await saveConsensus(world.moderator, { id, scores: page(made, 5) }))).toBe("conflict");
  });

  test("locked, opens the prices, and the ranking is exact", async () => {
    const made = await scoring({ lots: 2 });
    expect(await rankingOf(world.commissioner, made.id)).toBeNull();
    await locked(made, (tender) => (tender === 0 ? 3 : 4));
    const lots = await judged(world.commissioner, made.id);
    expect(lots.map(({ number }) => number)).toEqual([1, 2]);
    const [lot] = lots;
    // 120 weeks: £12,000 and £14,400 without VAT. 6,000 + 1,000 basis points x 2 x score, and £12,000 ÷ £14,400 of 30 points.
    expect(
      lot?.ranking.places.map(({ id, quality, socialValue, price, total }) => [id, quality, socialValue, price, total]),
    ).toEqual([
      [made.tenders[1], 48_000, 8_000, 25_000, 81_000],
      [made.tenders[0], 36_000, 6_000, 30_000, 72_000],
    ]);
    expect(lot?.tenders.map(({ pricePence, vatPence }) => [pricePence, vatPence])).toEqual([
      [12_000_00n, 2_400_00n],
      [14_400_00n, 0n],
    ]);
    expect(lot?.sensitivity?.winnerId).toBe(made.tenders[1]);
    for (const stranger of [first.signatory, world.funder]) {
      expect(await judged(stranger, made.id)).toEqual([]);
      expect(await rankingOf(stranger, made.id)).toBeNull();
    }
  });

  test("sets apart what is over the budget, or under a minimum", async () => {
    const made = await scoring({ minimum: 3 });
    await db.lot.updateMany({ where: { callOffId: made.id }, data: { budgetPence: 14_399_99n } });
    await locked(made, (tender) => (tender === 0 ? 3 : 5));
    const [lot] = await judged(world.auditor, made.id);
    expect(lot?.ranking.places).toEqual([]);
    expect(lot?.ranking.unsuitable.map(({ fails }) => fails.length)).toEqual([1, 1]);
  });

  test("changes after the lock only with a reason, as a new version, until an award is proposed", async () => {
    const made = await scoring();
    const { id, tenders } = made;
    const change = {
      ...{ id, tenderId: tenders[0], criterionId: judgedBy(made)[0]?.id, score: 5 },
      ...{ reason: "The plan is complete.", changedFor: "A page was overlooked." },
    };
    expect(kindOf(await reviseConsensus(world.moderator, change))).toBe("conflict");
    await locked(made, 3);
    expect(fieldsOf(await reviseConsensus(world.moderator, { ...change, changedFor: "" }))).toBe("changedFor");
    expect(kindOf(await reviseConsensus(world.commissioner, change))).toBe("forbidden");
    expect(done(await reviseConsensus(world.moderator, change)).version).toBe(2);
    expect(fieldsOf(await reviseConsensus(world.moderator, change))).toBe("score");
    const [lot] = await judged(world.commissioner, id);
    expect(lot?.ranking.places[0]).toMatchObject({ id: tenders[0], quality: 4000 * 2 * 5 + 2000 * 2 * 3 });
    await db.callOff.update({
      where: { id },
      data: { state: "awardProposed", proposedById: world.commissioner.id, proposedAt: new Date() },
    });
    expect(kindOf(await reviseConsensus(world.moderator, { ...change, score: 4 }))).toBe("conflict");
  });
});

describe("races", () => {
  test("two evaluators at once each keep their own, and one with two windows loses nothing", async () => {
    const made = await scoring();
    const { id } = made;
    const press = (who: Member, score: number) => saveScores(who, { id, scores: page(made, score) });
    const all = await Promise.all([press(world.one, 3), press(world.two, 4), press(world.one, 5)]);
    expect(all.map(kindOf)).toEqual(["done", "done", "done"]);
    const rows = await db.score.findMany({ where: { tenderId: { in: made.tenders } } });
    expect(rows.filter(({ userId }) => userId === world.two.id).map(({ score }) => score)).toEqual(Array(6).fill(4));
    const own = rows.filter(({ userId, version }) => userId === world.one.id && version === 2);
    expect(own.length).toBe(6);
    expect(new Set(own.map(({ score }) => score)).size).toBe(1);
  });

  test("a save against finishing: nothing comes after the end", async () => {
    const made = await scoring();
    const { id } = made;
    done(await saveScores(world.one, { id, scores: page(made, 3) }));
    const [late, end] = await Promise.all([
      saveScores(world.one, { id, scores: page(made, 4) }),
      finishScoring(world.one, { id, sure: "yes" }),
    ]);
    expect(end.ok).toBe(true);
    const most = await db.score.aggregate({
      where: { userId: world.one.id, tenderId: { in: made.tenders } },
      _max: { version: true },
    });
    expect(most._max.version).toBe(late.ok ? 2 : 1);
  });

  test("the lock against a consensus: it counts and is locked, or it is refused", async () => {
    const made = await scoring();
    const { id } = made;
    await allScored(made);
    done(await saveConsensus(world.moderator, { id, scores: page(made, 3) }));
    const [saved, ...locks] = await Promise.all([
      saveConsensus(world.moderator, { id, scores: page(made, 4) }),
      lockQuality(world.moderator, { id, sure: "yes" }),
      lockQuality(world.moderator, { id, sure: "yes" }),
    ]);
    expect(locks.filter(({ ok }) => ok).length).toBe(1);
    const [lot] = await judged(world.commissioner, id);
    expect(lot?.ranking.places.map(({ quality }) => quality)).toEqual(Array(2).fill(saved.ok ? 48_000 : 36_000));
  });
});
