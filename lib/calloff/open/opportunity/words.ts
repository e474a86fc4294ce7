import type { CallOffRoute } from "@/lib/core/prisma/enums";
import { count, percent, roundPounds } from "@/lib/core/values/format";

/** What happened, in a history. */
export const watchEvents = {
  start: "Alerts of new opportunities were switched on",
  stop: "Alerts of new opportunities were switched off",
} as const;

/** Values by which opportunities are filtered: with VAT and extensions, in pence; an upper end is not part of its band. */
export const bands = {
  small: { label: "Under £30,000", from: 0n, below: 30_000_00n },
  medium: { label: "£30,000 to £250,000", from: 30_000_00n, below: 250_000_00n },
  large: { label: "£250,000 to £1 million", from: 250_000_00n, below: 1_000_000_00n },
  largest: { label: "£1 million and more", from: 1_000_000_00n, below: null },
} as const;
export type Band = keyof typeof bands;
export const bandCodes = ["small", "medium", "large", "largest"] as const satisfies readonly Band[];

export const standings = {
  open: "Open now",
  closed: "Closed",
  all: "Open and closed",
} as const;
export type Standing = keyof typeof standings;
export const standingCodes = ["open", "closed", "all"] as const satisfies readonly Standing[];

/** How many days are left, as people say it. */
export function daysLeft(days: number): string {
  if (days < 0) return "over";
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return `in ${count(days, "day")}`;
}

export const opportunityWords = {
  feedTitle: "Throughcare: opportunities",
  feedSubtitle: "Contracts and grants that are open to tender, the newest first.",
  calendarTitle: "Throughcare: closing dates",
  none: "No opportunity fits at the moment",
  closes: (title: string) => `Tenders close: ${title}`,
  questions: (title: string) => `Questions end: ${title}`,
  /** One line under a title in the feed. */
  summary: (authority: string, pence: bigint, closes: string) =>
    `${authority}. Up to ${roundPounds(pence)} with VAT and extensions. Tenders close on ${closes}.`,
  weight: (bp: number) => `${percent(bp)} of the points`,
} as const;

export const watchProblems = {
  off: "Alerts are off already.",
} as const;

/** How one comes to tender, by route. */
export const howToTender: Record<CallOffRoute, string> = {
  quotes: "You are invited to quote. Write your offer here; it stays sealed until the close.",
  belowThreshold:
    "Any organisation may tender. You need not be on the register. Your tender stays sealed until the close.",
  marketCompetition:
    "Members of this part of the register may tender. Not a member yet? Apply to join, and tender while you wait. Your application is decided first.",
  directAward: "One supplier is named in the notice. Only that supplier is asked for an offer.",
  grantRound: "Any organisation may apply. Your application stays sealed until the close.",
  directGrant: "Your organisation is asked for a proposal. It stays sealed until the close.",
};
