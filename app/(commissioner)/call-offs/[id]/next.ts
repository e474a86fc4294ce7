import { nextSteps as nextAnswers } from "@/lib/calloff/before/funding/policy";
import type { SectionStanding } from "@/lib/calloff/before/need/rules";
import { sectionWords } from "@/lib/calloff/before/need/words";
import { mayOpen, mayRun, nextSteps } from "@/lib/calloff/record/policy";
import type { CallOffCounts, CallOffFile } from "@/lib/calloff/record/queries/find";
import { eventWords } from "@/lib/calloff/record/words";
import type { Actor } from "@/lib/core/actor";
import { count } from "@/lib/core/values/format";

export type NextAct = { label: string; href: string };

type Asked = {
  callOff: CallOffFile;
  sections: readonly SectionStanding[];
  counts: CallOffCounts;
  /** Whether the close has passed by the clock, whatever the row says. */
  late: boolean;
  /** Whether the standstill is over. */
  free: boolean;
};

/** The one thing that this person can do next about a call-off; null when it waits for somebody else, or for the clock. */
export function nextAct(actor: Actor, { callOff, sections, counts, late, free }: Asked): NextAct | null {
  const { id, state, funders, evaluators } = callOff;
  const to = (label: string, where: string): NextAct => ({ label, href: `/call-offs/${id}/${where}` });
  const steps = nextSteps(actor, callOff);

  const asked = funders.flatMap((funder) => nextAnswers(actor, funder));
  if (asked.includes("agree")) return to("Answer for your organisation", "funders");
  if (asked.includes("approve")) return to("Approve or refuse the award", "approve");

  const own = evaluators.find(({ userId }) => userId === actor.id);
  if (state === "evaluating" && own?.role === "evaluator" && !own.finishedAt) return to("Score the tenders", "scores");
  if (state === "evaluating" && steps.includes("moderate")) return to("Moderate the scores", "moderation");

  if ((state === "closed" || (state === "published" && late)) && mayOpen(actor, callOff))
    return callOff.openings.some(({ userId }) => userId === actor.id) ? null : to(eventWords.open.act, "opening");
  if (!mayRun(actor, callOff)) return null;

  if (state === "draft") {
    const first = sections.find(({ why, section }) => why.length > 0 && section !== "conflicts");
    return first ? to(sectionWords[first.section].act, first.section) : to(sectionWords.conflicts.act, "conflicts");
  }
  if (state === "conflictsAssessed") return to("See who has answered", "funders");
  if (state === "funded") return to("Check and publish", "publish");
  if (state === "published")
    return counts.unanswered > 0 ? to(`Answer ${count(counts.unanswered, "question")}`, "clarifications") : null;
  if (state === "withdrawn" || state === "cancelled" || state === "unsuccessful")
    return { label: "Start another like it", href: `/call-offs/new?from=${id}` };
  if (state === "opened") return to("Appoint the evaluators", "evaluators");
  if (state === "evaluating") return to("See how the scoring goes", "moderation");
  if (state === "moderated") return to(eventWords.proposeAward.act, "award");
  if (state === "approved") return to(eventWords.notify.act, "summaries");
  if (state === "notified") return to(eventWords.standStill.act, "notice");
  if (state === "standstill")
    return counts.openChallenges > 0
      ? to("Answer the challenge", "challenges")
      : free
        ? to("Conclude", "conclude")
        : to("See the standstill", "standstill");
  const [agreement, another] = callOff.agreements;
  if (state !== "concluded" || !agreement) return null;
  return another
    ? { label: "Open the agreements", href: "/agreements" }
    : { label: "Open the agreement", href: `/agreements/${agreement.id}` };
}

/** What else can be done here, quietly: going back, and ending it. */
export function otherActs(actor: Actor, callOff: CallOffFile): NextAct[] {
  const pages = { revise: "revise", withdraw: "withdraw", cancel: "cancel", fail: "fail" } as const;
  const steps = new Set<string>(nextSteps(actor, callOff));
  return (["revise", "withdraw", "cancel", "fail"] as const)
    .filter((event) => steps.has(event))
    .map((event) => ({ label: eventWords[event].act, href: `/call-offs/${callOff.id}/${pages[event]}` }));
}
