import { beforeAll, describe, expect, test } from "vitest";
import { approveAward } from "@/lib/calloff/before/funding/commands/award";
import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { reconsiderAward } from "@/lib/calloff/decide/award/commands/reconsider";
import { findAward, listDeclared } from "@/lib/calloff/decide/award/queries/find";
import {
  dismissChallenge,
  recordChallenge,
  upholdChallenge,
  withdrawChallenge,
} from "@/lib/calloff/decide/challenge/commands";
import { listChallengers } from "@/lib/calloff/decide/challenge/queries";
import { cancelCallOff, failCallOff } from "@/lib/calloff/decide/ending/commands";
import { publishAward, refuseEarlyConclusion } from "@/lib/calloff/decide/standstill/commands";
import { notifyTenderers } from "@/lib/calloff/decide/summary/commands";
import { SummaryFacts } from "@/lib/calloff/decide/summary/facts";
import { findSummary, listSummaries } from "@/lib/calloff/decide/summary/queries";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { asDay } from "@/lib/core/values/moment";
import { listBids } from "@/lib/market/bids/queries";
import { setAsideNow } from "../support/call-off/approving";
import { approvedCallOff, choicesFor, judgedCallOff, stateOf } from "../support/call-off/awards";
import { passed, submitted } from "../support/call-off/tenders";
import { callOffIn, invited, type Players, players, unconflicted } from "../support/call-off/world";
import { done } from "../support/world.calloff";

let world: Players;
beforeAll(async () => {
  world = await players();
});

const kind = (result: Result<unknown>) => (result.ok ? "done" : result.refusal.kind);
const officer = () => world.commissioner;
const told = (organisationId: string, title: string) => db.notification.count({ where: { organisationId, title } });

describe("summaries", () => {
  test("go to every tenderer at one moment, with its own scores and the winner's and no other's", async () => {
    const { made, tenders } = await approvedCallOff(world);
    expect(kind(await notifyTenderers(world.funder, { id: made.id }))).toBe("missing");
    expect(kind(await notifyTenderers(world.auditor, { id: made.id }))).toBe("forbidden");
    expect(kind(await publishAward(officer(), { id: made.id }))).toBe("conflict");
    done(await notifyTenderers(officer(), { id: made.id }));
    const sent = await db.assessmentSummary.findMany({ where: { callOffId: made.id }, orderBy: { tenderId: "asc" } });
    expect(sent.map(({ tenderId }) => tenderId)).toEqual(tenders.toSorted());
    expect(new Set(sent.map(({ sentAt }) => sentAt.toISOString())).size).toBe(1);
    const last = SummaryFacts.parse(sent.find(({ tenderId }) => tenderId === tenders[2])?.facts);
    expect(last.lots[0]).toMatchObject({ outcome: "lost", place: 3, own: { total: 53_000 } });
    expect(last.lots[0]?.winner).toMatchObject({ name: "Charity 1", total: 100_000 });
    expect(last.lots[0]?.own.lines.map(({ score, points }) => [score, points])).toEqual([
      [2, 16_000],
      [2, 8_000],
      [2, 4_000],
      [null, 25_000],
    ]);
    expect(JSON.stringify(last)).not.toContain("Charity 2");
    const states = await db.tender.findMany({ where: { callOffId: made.id }, select: { id: true, state: true } });
    expect(tenders.map((id) => states.find((row) => row.id === id)?.state)).toEqual([
      "successful",
      "unsuccessful",
      "unsuccessful",
    ]);
    expect(await told(world.bidders[2]?.organisationId ?? "", "Your assessment summary is here")).toBe(2);
    expect(kind(await notifyTenderers(officer(), { id: made.id }))).toBe("conflict");
  });

  test("are read by their own tenderer alone, and by the authority", async () => {
    const { made, tenders } = await approvedCallOff(world, { shared: true });
    done(await notifyTenderers(officer(), { id: made.id }));
    const [winner, loser] = world.bidders;
    if (!winner || !loser) throw new Error("There is no bidder.");
    const own = await findSummary(loser.editor, tenders[1] ?? "");
    expect([own?.stands, own?.versions[0]?.facts.lots[0]?.winner?.name]).toEqual([true, "Charity 1"]);
    expect(await findSummary(winner.signatory, tenders[1] ?? "")).toBeNull();
    expect(await findSummary(officer(), tenders[1] ?? "")).toBeNull();
    expect(await listSummaries(officer(), made.id)).toHaveLength(3);
    for (const stranger of [loser.signatory, world.funder]) expect(await listSummaries(stranger, made.id)).toEqual([]);
    const whole = await findAward(officer(), made.id);
    const part = await findAward(world.funderApprover, made.id);
    expect([whole?.whole, part?.whole]).toEqual([true, false]);
    expect(part?.lots[0]?.decision?.ranking.tenders.map(({ pricePence, price }) => [pricePence, price])).toEqual([
      ["1200000", 0],
      ["0", 0],
      ["0", 0],
    ]);
    expect(whole?.lots[0]?.decision?.ranking.tenders[1]?.pricePence).toBe("1320000");
    expect(await findAward(loser.signatory, made.id)).toBeNull();
    expect(await listChallengers(officer(), made.id)).toHaveLength(3);
    expect(await listChallengers(world.funder, made.id)).toEqual([]);
    expect((await listDeclared(officer(), made.id)).length).toBeGreaterThan(3);
    expect(await listDeclared(loser.signatory, made.id)).toEqual([]);
    const bids = (await listBids(world.auditor)).filter(({ lotTitle }) => lotTitle === "Lot 1");
    expect(bids.find(({ tenders: came }) => came === 3)).toMatchObject({ vcse: 3, sme: 3 });
  });

  test("are told again, as another version, when the award was reconsidered", async () => {
    const { made, tenders } = await approvedCallOff(world);
    done(await notifyTenderers(officer(), { id: made.id }));
    done(await reconsiderAward(officer(), { id: made.id, reason: "A score was written down wrongly." }));
    expect(await stateOf(made.id)).toBe("moderated");
    const back = await db.tender.findMany({ where: { callOffId: made.id }, select: { state: true } });
    expect(back.every(({ state }) => state === "assessed")).toBe(true);
    done(await proposeAward(officer(), { id: made.id, lots: choicesFor(made, tenders[0]) }));
    await setAsideNow(made.id);
    await db.callOffFunder.updateMany({ where: { callOffId: made.id }, data: { state: "approved" } });
    await db.callOff.update({ where: { id: made.id }, data: { state: "approved" } });
    done(await notifyTenderers(officer(), { id: made.id }));
    expect(await db.assessmentSummary.count({ where: { callOffId: made.id, version: 2 } })).toBe(3);
  });
});

/** Told and published on a day, as the database would count it. */
async function inStandstill({ day = "2027-03-22", estimatePence }: { day?: string; estimatePence?: bigint } = {}) {
  const judged = await approvedCallOff(world);
  if (estimatePence) await db.callOff.update({ where: { id: judged.made.id }, data: { estimatePence } });
  const at = new Date(`${day}T10:00:00Z`);
  done(await atTime(at, () => notifyTenderers(officer(), { id: judged.made.id })));
  done(await atTime(at, () => publishAward(officer(), { id: judged.made.id })));
  return judged;
}

/** What the conclusion is told on a day. */
async function concluding(id: string, day: string): Promise<string> {
  const row = await db.callOff.findUniqueOrThrow({
    where: { id },
    select: { id: true, standstillDays: true, standstillEndsOn: true },
  });
  const [record, post] = [() => undefined, () => undefined];
  const scene = { tx: db, actor: officer(), now: new Date(`${day}T00:00:00Z`), record, post };
  return refuseEarlyConclusion(scene, row).then(
    () => "done",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
}

describe("the standstill", () => {
  test("counts working days over Easter from the notice, and holds the conclusion to its last day", async () => {
    const { made } = await inStandstill();
    const row = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect([row.state, asDay(row.standstillEndsOn)]).toEqual(["standstill", "2027-04-02"]);
    const notice = await db.notice.findFirstOrThrow({ where: { callOffId: made.id, kindCode: "UK6" } });
    expect(JSON.stringify(notice.facts)).toContain("Charity 1, for £12,000.00 without VAT");
    expect(JSON.stringify(notice.facts)).not.toContain("Charity 2");
    expect(await concluding(made.id, "2027-04-02")).toContain("3 April 2027");
    expect(await concluding(made.id, "2027-04-03")).toBe("done");
  });

  test("begins below the threshold with a notice of our own: the Act asks for none", async () => {
    const { made } = await inStandstill({ estimatePence: 50_000_00n });
    const kinds = await db.notice.findMany({ where: { callOffId: made.id }, select: { kindCode: true } });
    expect(kinds).toEqual([{ kindCode: "AWARD" }]);
  });

  test("a second award after reconsidering corrects the first notice", async () => {
    const { made, tenders } = await inStandstill();
    done(await reconsiderAward(officer(), { id: made.id, reason: "Challenged." }));
    done(await proposeAward(officer(), { id: made.id, lots: choicesFor(made, tenders[0]) }));
    await setAsideNow(made.id);
    await db.callOffFunder.updateMany({ where: { callOffId: made.id }, data: { state: "approved" } });
    await db.callOff.update({ where: { id: made.id }, data: { state: "approved" } });
    done(await notifyTenderers(officer(), { id: made.id }));
    done(await publishAward(officer(), { id: made.id }));
    const notices = await db.notice.findMany({ where: { callOffId: made.id }, orderBy: { number: "asc" } });
    expect(notices.at(-1)?.facts).toMatchObject({ corrects: notices[0]?.reference });
  });
});

describe("a challenge", () => {
  const grounds = "Our answer about night cover was not read.";
  const outcome = "We read it again.";

  test("holds the conclusion while it is open, and after it is upheld", async () => {
    const { made } = await inStandstill();
    const organisationId = world.bidders[1]?.organisationId ?? "";
    const { id } = done(await recordChallenge(world.approver, { id: made.id, organisationId, grounds }));
    expect(await concluding(made.id, "2027-05-01")).toContain("A challenge is open");
    expect(kind(await dismissChallenge(officer(), { id, outcome: "" }))).toBe("invalid");
    done(await dismissChallenge(officer(), { id, outcome }));
    expect(await concluding(made.id, "2027-05-01")).toBe("done");
    expect(kind(await upholdChallenge(officer(), { id, outcome }))).toBe("conflict");
    const again = done(await recordChallenge(officer(), { id: made.id, organisationId, grounds }));
    done(await upholdChallenge(officer(), { id: again.id, outcome }));
    expect(await concluding(made.id, "2027-05-01")).toContain("was upheld");
    done(await reconsiderAward(officer(), { id: made.id, reason: "A challenge was upheld." }));
  });

  test("is about an award that is known, by somebody whom it concerns, and is no stranger's to record", async () => {
    const judged = await judgedCallOff(world);
    const own = { organisationId: world.bidders[0]?.organisationId ?? "", grounds };
    expect(kind(await recordChallenge(officer(), { id: judged.made.id, ...own }))).toBe("conflict");
    const { made } = await inStandstill();
    const stranger = { id: made.id, organisationId: world.funderId, grounds };
    expect(kind(await recordChallenge(officer(), stranger))).toBe("invalid");
    expect(kind(await recordChallenge(world.funder, { id: made.id, ...own }))).toBe("missing");
    expect(kind(await recordChallenge(world.auditor, { id: made.id, ...own }))).toBe("forbidden");
    const bidder = world.bidders[0]?.signatory ?? world.funder;
    expect(kind(await recordChallenge(bidder, { id: made.id, ...own }))).toBe("missing");
    const { id } = done(await recordChallenge(officer(), { id: made.id, ...own }));
    expect(kind(await withdrawChallenge(bidder, { id, outcome }))).toBe("missing");
    done(await withdrawChallenge(officer(), { id, outcome }));
  });

  test("decided by two at once is decided once", async () => {
    const { made } = await inStandstill();
    const organisationId = world.bidders[1]?.organisationId ?? "";
    const { id } = done(await recordChallenge(officer(), { id: made.id, organisationId, grounds }));
    const both = await Promise.all([
      upholdChallenge(officer(), { id, outcome }),
      dismissChallenge(world.approver, { id, outcome }),
    ]);
    expect(both.map(kind).toSorted()).toEqual(["conflict", "done"]);
  });
});

describe("an ending", () => {
  const reason = "The money was withdrawn.";

  test("before the opening destroys the keys, so that tenders stay sealed for ever", async () => {
    const made = await callOffIn(world, { closesAt: passed() });
    const bidder = world.bidders[0];
    if (!bidder) throw new Error("There is no bidder.");
    await submitted(made, bidder);
    await invited(made.id, world.bidders[1]?.organisationId ?? "");
    await db.callOff.update({ where: { id: made.id }, data: { state: "closed", closedAt: new Date() } });
    expect(kind(await failCallOff(officer(), { id: made.id, reason }))).toBe("conflict");
    expect(kind(await cancelCallOff(officer(), { id: made.id, reason: " " }))).toBe("invalid");
    expect(kind(await cancelCallOff(bidder.signatory, { id: made.id, reason }))).toBe("missing");
    expect(kind(await cancelCallOff(world.auditor, { id: made.id, reason }))).toBe("forbidden");
    done(await cancelCallOff(officer(), { id: made.id, reason }));
    expect(await db.callOffKey.findUnique({ where: { callOffId: made.id } })).toMatchObject({
      quality: null,
      price: null,
    });
    for (const each of world.bidders.slice(0, 2))
      expect(await told(each.organisationId, "A call-off was cancelled")).toBeGreaterThan(0);
    expect(await db.notice.count({ where: { callOffId: made.id, kindCode: "UK12" } })).toBe(1);
  });

  test("after approval lets go of what was set aside, and keeps what was read", async () => {
    const { made, tenders } = await judgedCallOff(world, { shared: true });
    done(await proposeAward(officer(), { id: made.id, lots: choicesFor(made, tenders[0]) }));
    await unconflicted(made.id, world.funderApprover);
    done(await approval(made.id));
    expect(await db.commitment.count({ where: { callOffId: made.id, releasedAt: null } })).toBe(2);
    done(await cancelCallOff(officer(), { id: made.id, reason }));
    expect(await db.commitment.count({ where: { callOffId: made.id, releasedAt: null } })).toBe(0);
    expect((await db.callOffKey.findUnique({ where: { callOffId: made.id } }))?.quality).not.toBeNull();
    expect(await stateOf(made.id)).toBe("cancelled");
  });

  test("without a tender is unsuccessful", async () => {
    const made = await callOffIn(world, { closesAt: passed() });
    await db.callOff.update({ where: { id: made.id }, data: { state: "closed", closedAt: new Date() } });
    done(await failCallOff(officer(), { id: made.id, reason: "Nobody tendered." }));
    const row = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect([row.state, row.endReason, row.endedById]).toEqual(["unsuccessful", "Nobody tendered.", officer().id]);
  });

  const approval = (id: string) => approveAward(world.approver, { id, budgets: world.budgets, conflict: "none" });

  test.each(["cancel", "reconsider"] as const)(
    "approve against %s: one of the two, and the money says which",
    async (rival) => {
      for (let round = 0; round < 4; round++) {
        const { made, tenders } = await judgedCallOff(world);
        done(await proposeAward(officer(), { id: made.id, lots: choicesFor(made, tenders[0]) }));
        const back = rival === "cancel" ? cancelCallOff : reconsiderAward;
        const [approved, taken] = await Promise.all([approval(made.id), back(officer(), { id: made.id, reason })]);
        const state = await stateOf(made.id);
        const held = await db.commitment.count({ where: { callOffId: made.id, releasedAt: null } });
        if (rival === "cancel") expect([taken.ok, state, held]).toEqual([true, "cancelled", 0]);
        else
          expect([approved.ok, taken.ok, state, held]).toEqual(
            taken.ok ? [false, true, "moderated", 0] : [true, false, "approved", 2],
          );
      }
    },
  );
});
