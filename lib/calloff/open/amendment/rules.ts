import { londonDay } from "@/lib/core/values/moment";
import { type Holidays, workingDaysBetween } from "@/lib/reference/calendar";
import { amendmentProblems as say } from "./words";

/** Working days that must be left between a change and the close, so that whoever has tendered can replace what they wrote. */
export const ENOUGH_TO_CHANGE = 3;

type Dates = { clarifyUntil: Date | null; closesAt: Date };
export type AmendField = "closesOn" | "clarifyOn";

/**
 * Why an amendment's dates cannot stand, by field. The close never comes earlier (time limits are the same for everybody,
 * s54(2)), `ENOUGH_TO_CHANGE` working days are left, and questions end before the close and no earlier than was said.
 */
export function amendmentFaults(before: Dates, after: Dates, { now, holidays }: { now: Date; holidays: Holidays }) {
  const found = new Map<AmendField, string>();
  const { clarifyUntil, closesAt } = after;
  if (closesAt < before.closesAt) found.set("closesOn", say.earlier);
  else if (workingDaysBetween(londonDay(now), londonDay(closesAt), holidays) < ENOUGH_TO_CHANGE)
    found.set("closesOn", say.tooSoon(ENOUGH_TO_CHANGE));
  if (clarifyUntil && clarifyUntil >= closesAt) found.set("clarifyOn", say.questionsLate);
  else if (before.clarifyUntil && clarifyUntil && clarifyUntil < before.clarifyUntil)
    found.set("clarifyOn", say.questionsEarlier);
  return found;
}
