import { addDays } from "@/lib/core/moment";
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
