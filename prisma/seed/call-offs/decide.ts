import { concludeCallOff } from "@/lib/agreements/commands/conclude";
import { signAgreement } from "@/lib/agreements/commands/sign";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { approveAward } from "@/lib/calloff/before/funding/commands/award";
import { daysByYear, termOf } from "@/lib/calloff/budget/years";
import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { recordChallenge } from "@/lib/calloff/decide/challenge/commands";
import { cancelCallOff, failCallOff } from "@/lib/calloff/decide/ending/commands";
import { openTenders } from "@/lib/calloff/decide/opening/commands";
import { judged } from "@/lib/calloff/decide/ranking/queries";
import { lockQuality, saveConsensus } from "@/lib/calloff/decide/scoring/commands/moderate";
import { appointEvaluators } from "@/lib/calloff/decide/scoring/commands/panel";
import { finishScoring, saveScores } from "@/lib/calloff/decide/scoring/commands/score";
import { startEvaluation } from "@/lib/calloff/decide/scoring/commands/start";
import { publishAward } from "@/lib/calloff/decide/standstill/commands";
import { notifyTenderers } from "@/lib/calloff/decide/summary/commands";
import { closeCallOff } from "@/lib/calloff/open/publish/commands/close";
import { type Member, system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { act } from "../play";
import { asOf, memberNamed, type Played } from "./acts";

/** The clock closes it. */
export const closed = ({ id, days }: Played) => act(closeCallOff, system, { id }, days.at(0, "12:05"));

/** Ends it as its story says: cancelled with its tenders sealed, or without a tender. */
export async function ended({ story, id, hands, days }: Played) {
  if (story.end === "cancelled")
    await act(
      cancelCallOff,
      hands.commissioner,
      { id, reason: "The building by the station is no longer for rent, so the need has changed." },
      days.at(2),
    );
  if (story.end === "none")
    await act(
      failCallOff,
      hands.commissioner,
      { id, reason: "No tender came. We will ask on the engagement board what would make this possible." },
      days.at(2),
    );
}

/** Two officers open the tenders, a panel is appointed, and the evaluators begin; `alone` stops when one has finished. */
export async function scored({ id, story, hands, days }: Played, { alone = false } = {}) {
  const { commissioner, moderator, evaluators } = hands;
  await act(declareForCallOff, moderator, { id, conflict: "none", detail: "" }, days.at(1));
  for (const officer of [commissioner, moderator]) await act(openTenders, officer, { id }, days.at(1));
  await act(
    appointEvaluators,
    commissioner,
    { id, evaluators: evaluators.map((one) => one.id), moderator: moderator.id, reason: "" },
    days.at(1),
  );
  for (const one of evaluators) await act(declareForCallOff, one, { id, conflict: "none", detail: "" }, days.at(2));
  await act(startEvaluation, commissioner, { id, decisions: [] }, days.at(2));
  const answers = await answersOf({ id, story });
  for (const [at, one] of evaluators.entries()) {
    if (alone && at > 0) return;
    const scores = answers.map(({ points, number, ...answer }) => ({
      ...answer,
      score: String(at === 1 && number === 1 ? Math.max(1, points - 2) : points),
      reason: points > 3 ? "Detailed, and it fits this place." : "Sound, with little that is particular to this place.",
    }));
    await act(saveScores, one, { id, scores }, days.at(3));
    await act(finishScoring, one, { id, sure: "yes" }, days.at(4));
  }
}

async function answersOf({ id, story }: Pick<Played, "id" | "story">) {
  const tenders = await db.tender.findMany({
    where: { callOffId: id, state: "opened" },
    select: { id: true, organisation: { select: { name: true } } },
    orderBy: { reference: "asc" },
  });
  const criteria = await db.criterion.findMany({
    where: { callOffId: id, kind: { not: "price" } },
    select: { id: true, number: true },
    orderBy: { number: "asc" },
  });
  return tenders.flatMap((tender) => {
    const points = story.tenders.find(({ charity }) => charity === tender.organisation.name)?.points ?? 3;
    return criteria.map(({ id: criterionId, number }) => ({ tenderId: tender.id, criterionId, number, points }));
  });
}

/** The moderator writes down what was agreed, and locks quality. */
export async function moderated({ id, story, hands, days }: Played) {
  const scores = (await answersOf({ id, story })).map(({ points, number: _, ...answer }) => ({
    ...answer,
    score: String(points),
    reason: "Agreed after talking it through: what was promised for the first week decided it.",
  }));
  await act(saveConsensus, hands.moderator, { id, scores }, days.at(5));
  await act(lockQuality, hands.moderator, { id, sure: "yes" }, days.at(5, "15:00"));
}

/** The commissioner proposes the first of each lot. */
export async function proposed({ id, hands, days }: Played) {
  const when = days.at(6);
  const lots = await asOf(when, () => judged(hands.commissioner, id));
  await act(
    proposeAward,
    hands.commissioner,
    {
      id,
      lots: lots.map(({ lotId, ranking }) => ({
        ...{ lotId, tenderId: ranking.winnerId ?? "", tieBreak: "", considered: ["extend"] },
        reason: "It has the most points, and its plan for the first week is the most detailed.",
        singleBid:
          ranking.places.length > 1 ? "" : "One tender came, and it is good. Waiting would leave people without help.",
      })),
    },
    when,
  );
}

/** Every funder approves; tenderers are told; the notice is out. */
export async function told({ id, story, hands, days }: Played) {
  const { approver, partner, commissioner } = hands;
  for (const one of story.partnerPercent ? [approver, partner.approver] : [approver]) {
    const when = days.at(7);
    await act(approveAward, one, { id, budgets: await budgetsOf(one, id), conflict: "none" }, when);
  }
  await act(notifyTenderers, commissioner, { id }, days.at(8));
  await act(publishAward, commissioner, { id }, days.at(8, "14:00"));
  if (!story.challenge) return;
  const loser = await db.tender.findFirstOrThrow({
    where: { callOffId: id, state: "unsuccessful" },
    select: { organisationId: true },
  });
  const said = { id, organisationId: loser.organisationId, grounds: story.challenge };
  await act(recordChallenge, commissioner, said, days.at(10));
}

/** A body's budget for competitions in each financial year of the first term. */
async function budgetsOf({ organisationId }: Member, callOffId: string) {
  const { startsOn, endsOn } = await db.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: { startsOn: true, endsOn: true },
  });
  const years = daysByYear(termOf(startsOn ?? new Date(), endsOn)).map(({ year }) => year);
  const found = await db.budget.findMany({
    where: { organisationId, year: { in: years }, title: "Competitions" },
    select: { id: true, year: true },
  });
  return Object.fromEntries(found.map(({ id, year }) => [year, id]));
}

/** The standstill is over: agreements are drawn up. */
export const concluded = ({ id, hands, days }: Played) => act(concludeCallOff, hands.commissioner, { id }, days.at(18));

/** Both sides sign each agreement; where there is more than one, the last one waits for the charity. */
export async function signed({ id, hands, members, days }: Played) {
  const agreements = await db.agreement.findMany({
    where: { callOffId: id },
    select: { id: true, supplier: { select: { name: true } } },
    orderBy: { reference: "asc" },
  });
  for (const [at, agreement] of agreements.entries()) {
    await act(signAgreement, hands.approver, { id: agreement.id, signed: "yes" }, days.at(19));
    if (at > 0 && at === agreements.length - 1) continue;
    const supplier = memberNamed(members, agreement.supplier.name);
    await act(signAgreement, supplier, { id: agreement.id, signed: "yes" }, days.at(20));
  }
}
