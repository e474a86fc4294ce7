import { count, day, pounds } from "@/lib/core/values/format";

/** What a notice says of one lot's award. Amounts are pence. */
export type Awarded = {
  number: number;
  title: string;
  winner: string | null;
  pricePence: bigint;
  vatPence: bigint;
  reason: string;
  singleBid: string | null;
  received: number;
};

/** The lines of one lot in the award notice. Nothing of a tender that did not win gets in. */
export const awardLines = ({ winner, pricePence, vatPence, reason, singleBid, received }: Awarded): string[] => [
  winner === null
    ? "Nobody: no tender was taken."
    : `${winner}, for ${pounds(pricePence)} without VAT (${pounds(pricePence + vatPence)} with VAT).`,
  `${count(received, "tender")} came in.`,
  ...(winner === null ? [`Why: ${reason}`] : []),
  ...(singleBid ? [`Few tenders. ${singleBid}`] : []),
];

/** What the notice says of the standstill. */
export const standstillLine = (days: number, endsOn: string): string =>
  days === 0
    ? "There is no standstill."
    : `The standstill lasts ${count(days, "working day")}, this day among them. Its last day is ${day(endsOn)}.`;

/** The same for its page, on any day. */
export const lastingSaid = (days: number, noticeDay: string, endsOn: string): string =>
  days === 0
    ? "There is no standstill."
    : `It lasts ${count(days, "working day")} from ${day(noticeDay)}. Its last day is ${day(endsOn)}.`;

/** Who is told when the notice is out. */
export const told = {
  published: (title: string, endsOn: string, days: number) => ({
    title: "An award notice was published",
    body:
      days === 0
        ? `The award of "${title}" is public.`
        : `The award of "${title}" is public. The standstill ends on ${day(endsOn)}.`,
  }),
};

/** What holds the conclusion of a call-off. */
export const problems = {
  early: (on: string) => `The standstill is not over. This can be concluded from ${day(on)}.`,
  challenged: "A challenge is open. Decide about it before you conclude.",
  upheld: "A challenge was upheld. Reconsider the award, or cancel the call-off.",
  unpublished: "This call-off was never published.",
  noStandstill: "The award notice has not been published.",
};
