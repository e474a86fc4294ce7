import type { ChooserQuestion, RouteChoice, Stretch, Way } from "./choices";
import { noticeWhy, stretchWords as say } from "./chooser-words";

/**
 * Hours that a small charity gives to take part: ours, from the tasks that each route asks (read, answer, price, check, sign), and
 * half as much again of the writing for each lot after the first. Where only the chosen one takes part, it is that one's time.
 */
const hours: Record<Way, { base: number; perLot: number }> = {
  rateCard: { base: 1, perLot: 0 },
  quotes: { base: 6, perLot: 2 },
  belowThreshold: { base: 18, perLot: 6 },
  marketCompetition: { base: 22, perLot: 8 },
  directAward: { base: 4, perLot: 1 },
  grantRound: { base: 12, perLot: 4 },
  directGrant: { base: 3, perLot: 1 },
};

/** Our own estimate of what a route costs a small charity, in hours. */
export const effortOf = (way: Way, lots: number): number => hours[way].base + hours[way].perLot * Math.max(0, lots - 1);

const ours = (label: string, days: number): Stretch => ({ label, days, byLaw: false });

/** The stretches of a route in calendar days. Those of the law are marked; the others are what we recommend. */
export function timetableOf(way: Way, { law }: Pick<ChooserQuestion, "law">): Stretch[] {
  const standstill = { label: say.standstill, days: 12, byLaw: law.above && !law.lightTouch && way === "directAward" };
  switch (way) {
    case "rateCard":
      return [ours(say.approve, 2), ours(say.offer, 3)];
    case "quotes":
      return [ours(say.invite, 10), ours(say.decide, 7), ours(say.approve, 5)];
    case "belowThreshold":
      return [ours(say.open, 20), ours(say.decide, 14), ours(say.approve, 5)];
    case "marketCompetition":
      return [ours(say.open, 30), ours(say.decide, 21), ours(say.approve, 5), standstill];
    case "directAward":
      return [ours(say.check, 5), ours(say.approve, 5), standstill];
    case "grantRound":
      return [ours(say.apply, 30), ours(say.decide, 14), ours(say.approve, 5)];
    case "directGrant":
      return [ours(say.check, 5), ours(say.approve, 5)];
  }
}

/** How many calendar days a timetable takes from its first day to signing. */
export const daysOf = (timetable: readonly Stretch[]): number => timetable.reduce((all, { days }) => all + days, 0);

/** The notices that a route makes, in order. */
export function noticesOf(
  way: Way,
  { law, estimatePence, noticeFromPence }: Pick<ChooserQuestion, "law" | "estimatePence" | "noticeFromPence">,
): RouteChoice["notices"] {
  const details =
    law.above || (noticeFromPence !== null && estimatePence >= noticeFromPence)
      ? [{ code: "UK7", why: noticeWhy.UK7 }]
      : [];
  switch (way) {
    case "rateCard":
    case "quotes":
      return details;
    case "belowThreshold":
      return [{ code: "UK4", why: noticeWhy.UK4small }, ...details];
    case "marketCompetition":
      return [
        { code: "UK4", why: noticeWhy.UK4 },
        ...(law.above ? [{ code: "UK6", why: noticeWhy.UK6 }] : []),
        ...details,
      ];
    case "directAward":
      return [
        { code: "UK5", why: noticeWhy.UK5 },
        ...(law.above ? [{ code: "UK6", why: noticeWhy.UK6 }] : []),
        ...details,
      ];
    case "grantRound":
    case "directGrant":
      return [];
  }
}
