import type { AlertPace } from "@/lib/core/prisma/enums";
import { addDays, londonDay } from "@/lib/core/values/moment";

/** How many searches somebody keeps at one organisation. */
export const MOST_SEARCHES = 50;
/** The most answers that a search is kept up with. One that more services answer is too wide to tell of what is new. */
export const MOST_MATCHES = 5_000;
/** The most services that an e-mail names; the rest are counted. */
export const MOST_NAMED = 20;

/** Whether the clock asks a search again now: once in each London day, and at once when it has not taken stock yet. */
export const isDue = (askedAt: Date | null, now: Date): boolean =>
  askedAt === null || londonDay(askedAt) < londonDay(now);

/**
 * Whether what is new is told at this asking. Daily: at each. Weekly: at the first in a week that begins on Monday in London,
 * so that a Monday that was missed is made up for on Tuesday. The first asking of all only takes stock.
 */
export function tellsNow(pace: AlertPace, askedAt: Date | null, now: Date): boolean {
  if (pace === "off" || askedAt === null) return false;
  return pace === "daily" || mondayOf(askedAt) < mondayOf(now);
}

/** The Monday of an instant's week in London, "YYYY-MM-DD". */
function mondayOf(instant: Date): string {
  const day = londonDay(instant);
  const since = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -since);
}
