import { addDays, addMonths, compareDays, daysBetween } from "@/lib/core/values/moment";

/** Days before something runs out on which its people are reminded. */
export const REMIND_AT = [60, 30, 7] as const;
export type RemindAt = (typeof REMIND_AT)[number];

/** The earliest of some days ("YYYY-MM-DD"), those that have no end left out; null when none has. */
export const soonest = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted(compareDays)[0] ?? null;

type Resting = {
  /** For how many months the condition lets an answer hold; null when it has no end. */
  validMonths: number | null;
  /** The day it was answered. */
  answeredOn: string;
  /** The last days of the files that it rests on. */
  evidence: readonly (string | null)[];
};

/** Until when an answer would hold if nobody had typed a day. */
const byItself = ({ validMonths, answeredOn, evidence }: Resting): string | null =>
  soonest([validMonths === null ? null : addMonths(answeredOn, validMonths), ...evidence]);

/** The last day on which an answer holds: the soonest of what was typed, what the condition allows, and its files. */
export const answerExpiry = (typed: string | null, resting: Resting): string | null =>
  soonest([typed, byItself(resting)]);

/**
 * The day that somebody must have typed for an answer to end when it does; null where its end follows from the condition
 * or its files, and where that day is past, because it was said of what has been replaced since.
 */
export function typedExpiry(expiresOn: string | null, resting: Resting, today: string): string | null {
  if (expiresOn === null || expiresOn <= today) return null;
  const follows = byItself(resting);
  return follows !== null && follows <= expiresOn ? null : expiresOn;
}

/** Whether something whose last day is given is out of date: that day counts in full. */
export const hasRunOut = (expiresOn: string | null, today: string): boolean => expiresOn !== null && expiresOn < today;

/** Whether the days of grace after the last day are over too. */
export const isPastGrace = (expiresOn: string | null, graceDays: number, today: string): boolean =>
  expiresOn !== null && addDays(expiresOn, graceDays) < today;

/**
 * Which reminder is due for something that runs out: the latest whose day has come. One whose day had come before the
 * thing was there (`since`) is not: its people typed the day themselves.
 */
export function reminderDue(expiresOn: string, since: string, today: string): RemindAt | null {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return null;
  const due = REMIND_AT.filter((days) => left <= days).at(-1);
  return due !== undefined && since < addDays(expiresOn, -due) ? due : null;
}
