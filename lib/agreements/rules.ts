import { addDays } from "@/lib/core/values/moment";
import type { AgreementEvent } from "./states";

/** An agreement is said to be ending for its last so many days. */
export const ENDING_DAYS = 90;

type Days = { startsOn: string; endsOn: string };

/** The first day on which each act may be done; null for what hangs on no day. */
export function dueFrom(event: AgreementEvent, days: Days): string | null {
  if (event === "goLive") return days.startsOn;
  if (event === "expire") return endingFrom(days);
  return event === "end" ? addDays(days.endsOn, 1) : null;
}

/** Whether the calendar lets an act be done on a day. Who may do it, and in which state, is not asked here. */
export function isDue(event: AgreementEvent, days: Days, on: string): boolean {
  const from = dueFrom(event, days);
  return from === null || from <= on;
}

/** The first day on which an agreement is in its last stretch: 90 days before its end, or its start if it is shorter. */
export function endingFrom({ startsOn, endsOn }: Days): string {
  const from = addDays(endsOn, -ENDING_DAYS);
  return from < startsOn ? startsOn : from;
}

/**
 * The notices of a call-off that are about one of its agreements: all but the details notices of its other lots. A details
 * notice is published in the moment in which both have signed.
 */
export const ownNotices = <N extends { kindCode: string; publishedAt: Date }>(
  notices: readonly N[],
  signedAt: Date | null,
): N[] =>
  notices.filter(({ kindCode, publishedAt }) => kindCode !== "UK7" || publishedAt.getTime() === signedAt?.getTime());
