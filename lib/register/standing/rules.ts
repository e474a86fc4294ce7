import type { ExclusionStrength } from "@/lib/core/prisma/enums";
import { addDays, asDay, daysBetween } from "@/lib/core/values/moment";

/** How long a look at the debarment list holds. The Act names no number: this one is ours. */
export const CHECK_HOLDS_DAYS = 30;
/** Days in which the appropriate authority is told of an exclusion (Procurement Act 2023, s59(2)). */
export const REPORT_WITHIN_DAYS = 30;

/** What a look at the debarment list found, on what day. */
export type Check = { checkedOn: Date; listed: boolean; ground: ExclusionStrength | null };

/** Whether a look at the list still holds on a day. */
export const isFresh = (check: Pick<Check, "checkedOn"> | null, today: string): boolean =>
  check !== null && daysBetween(asDay(check.checkedOn), today) <= CHECK_HOLDS_DAYS;

/** Whether the law says that it must be removed: it is on the list on a mandatory ground (s37(1), s57(1)(b)), by a look that still holds. */
export const mustGo = (check: Check | null, today: string): boolean =>
  check !== null && check.ground === "mandatory" && isFresh(check, today);

/** How an organisation stands on the debarment list by its newest look, or that nobody has looked. */
export type Standing = "unchecked" | "old" | "clear" | ExclusionStrength;

export function standingIn(check: Pick<Check, "checkedOn" | "ground"> | null, today: string): Standing {
  if (!check) return "unchecked";
  return check.ground ?? (isFresh(check, today) ? "clear" : "old");
}

/** The last day on which the report of an exclusion can be sent. */
export const reportDue = (today: string) => addDays(today, REPORT_WITHIN_DAYS);
