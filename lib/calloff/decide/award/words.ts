import { listed } from "@/lib/core/values/format";
import type { Alternative } from "./schema";

/** What could be done instead of taking the only tender, as it is offered and as it reads in the record. */
export const alternativeWords: Record<Alternative, { label: string; said: string }> = {
  extend: { label: "Run it again with more time", said: "running it again with more time" },
  relot: { label: "Divide it into other lots, or widen the area", said: "other lots or a wider area" },
  negotiate: { label: "Talk to the market or to the one that tendered", said: "talking to the market" },
  grant: { label: "Give a grant instead", said: "a grant" },
};

/** What was done about one tender or none, as it is kept and published. */
export const singleBidSaid = (considered: readonly Alternative[], why: string): string =>
  `Considered instead: ${listed(considered.map((each) => alternativeWords[each].said))}. ${why}`;

/** How many tenders came, in words. */
export const receivedSaid = (received: number): string =>
  received === 0 ? "No tender came" : received === 1 ? "One tender came" : `${received} tenders came`;

/** What a proposal is refused for. */
export const problems = {
  notFirst: "Only the tender in the first place can win. Change a score with a reason if it is wrong.",
  notRanked: "This tender is not one of those ranked for this lot.",
  tie: "Two or more tenders share the first place. Say how you settle the tie",
  considered: "Choose what you considered instead",
  singleBid: "Say why you decide this although there is no choice of tenders",
  everyLot: "Decide about every lot of this call-off.",
  nobody: "Nobody would win anything. End the call-off without an award instead.",
};

/** What those who pay are told, and what tenderers are told when an award is taken back. */
export const told = {
  reconsidered: (title: string) => ({
    title: "An award is being reconsidered",
    body: `The authority looks again at the award of "${title}". What you were told about it no longer stands.`,
  }),
};

/** What stands in place of a reason that would tell a price to somebody who may not know it. */
export const priceHidden = "Its price is more than the budget.";

/** What waits for a commissioner between the lock and the standstill, and where it is done. */
export const waitingWords = {
  moderated: { act: "Propose the award", detail: "Quality is locked, and prices are open.", where: "award" },
  approved: { act: "Send the summaries", detail: "Every funder has approved the award.", where: "summaries" },
  notified: { act: "Publish the award notice", detail: "Every tenderer has its summary.", where: "notice" },
} as const;
