import { addDays } from "@/lib/core/moment";

/** An agreement is said to be ending for its last so many days. */
export const ENDING_DAYS = 90;

/** The first day on which an agreement is in its last stretch: 90 days before its end, or its start if it is shorter. */
export function endingFrom({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const from = addDays(endsOn, -ENDING_DAYS);
  return from < startsOn ? startsOn : from;
}
