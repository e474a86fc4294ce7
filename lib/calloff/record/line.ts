import type { CallOffState } from "@/lib/core/prisma/enums";
import { day, moment } from "@/lib/core/values/format";
import { stateWords } from "./words";

export type CallOffStop = {
  label: string;
  /** When it was reached, or when it is planned for. */
  at: Date | null;
  state: "done" | "current" | "next" | "skipped";
};

/** What the line of a call-off is drawn from. */
export type Dated = {
  state: CallOffState;
  createdAt: Date;
  conflictsAssessedAt: Date | null;
  publishOn: Date | null;
  publishedAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  openedAt: Date | null;
  lockedAt: Date | null;
  decideOn: Date | null;
  approvedAt: Date | null;
  notifiedAt: Date | null;
  standstillEndsOn: Date | null;
  concludedAt: Date | null;
  endedAt: Date | null;
};

const STOPS = ["Draft", "With funders", "Open", "Scoring", "Award", "Standstill", "Concluded"] as const;
const LAST = STOPS.length - 1;

const reached: Record<CallOffState, number> = {
  draft: 0,
  conflictsAssessed: 1,
  funded: 1,
  published: 2,
  closed: 3,
  opened: 3,
  evaluating: 3,
  moderated: 4,
  awardProposed: 4,
  approved: 4,
  notified: 5,
  standstill: 5,
  concluded: LAST,
  withdrawn: LAST,
  cancelled: LAST,
  unsuccessful: LAST,
};

/**
 * The line of a call-off: its stops, each with the moment at which it was reached, or the one for which it is planned. One
 * that came to nothing says so at its last stop, and skips those that it never reached.
 */
export function stopsOf(row: Dated): CallOffStop[] {
  const now = reached[row.state];
  const ended = row.endedAt !== null;
  // What ended before its tenders were opened was never scored.
  const scored = row.openedAt ?? (ended ? null : row.closedAt);
  const entered = [
    row.createdAt,
    row.conflictsAssessedAt,
    row.publishedAt,
    scored,
    row.lockedAt,
    row.notifiedAt,
    row.concludedAt ?? row.endedAt,
  ];
  const planned = [null, null, row.publishOn, row.closesAt, row.decideOn, null, row.standstillEndsOn];
  return STOPS.map((label, at) => {
    const reachedAt = entered[at] ?? null;
    const passed = now === LAST ? reachedAt !== null : at < now;
    const state = at === now && now < LAST ? "current" : passed ? "done" : now === LAST ? "skipped" : "next";
    return {
      label: at === LAST && ended ? stateWords[row.state].label : label,
      at: state === "next" ? (planned[at] ?? null) : state === "skipped" ? null : reachedAt,
      state,
    };
  });
}

/** What happens next and who acts, as a sentence. */
export function nextOf(row: Dated & { standstillDays: number }, { late }: { late: boolean }): string {
  const said: Record<CallOffState, string> = {
    draft: "A commissioner finishes each part below. Then the funders are asked.",
    conflictsAssessed: "An approver of each funder agrees in principle, or declines with a reason.",
    funded: "A commissioner checks it, and publishes it.",
    published: late
      ? "It has closed. Two officers open the tenders together."
      : `Tenders come in, sealed, until ${row.closesAt ? moment(row.closesAt) : "the close"}.`,
    closed: "Two officers open the tenders together.",
    opened: "A commissioner appoints evaluators and a moderator. Prices stay sealed.",
    evaluating: "Each evaluator scores alone. Then the moderator writes down what they agree.",
    moderated: "A commissioner proposes an award for each lot, with reasons.",
    awardProposed: "An approver of each funder approves its share of the award. Nobody approves what they proposed.",
    approved: "A commissioner sends everyone their assessment summary, at one moment.",
    notified: "A commissioner publishes the award notice, on which the standstill begins.",
    standstill: row.standstillEndsOn
      ? `The standstill ends on ${day(row.standstillEndsOn.toISOString())}. Then agreements are drawn up.`
      : "No standstill was chosen. Agreements can be drawn up.",
    concluded: "The agreements are signed by both sides.",
    withdrawn: "Nothing. The reason is below.",
    cancelled: "Nothing. The reason is below.",
    unsuccessful: "Nothing. You can start another call-off like this one.",
  };
  return said[row.state];
}
