/** One formatter for the process: making one costs a hundred times more than using it. */
const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The calendar day in London at an instant, as "YYYY-MM-DD". Days there begin with a minute, so one is worked out for each. */
export function londonDay(instant: Date): string {
  const minute = Math.floor(instant.getTime() / MINUTE);
  if (minute !== latest.minute) latest = { minute, day: dayOf(wallClock(instant)) };
  return latest.day;
}
let latest = { minute: Number.NaN, day: "" };

/** The time of day in London at an instant, as "HH:MM". */
export const londonTime = (instant: Date): string => new Date(wallClock(instant)).toISOString().slice(11, 16);

/**
 * The instant at which clocks in London show this day and time ("HH:MM").
 * In the hour that spring skips, the time is read an hour later; in the hour that autumn repeats, it is the first of the two.
 */
export function londonInstant(day: string, time: string): Date {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? refuseTime(time);
  const shown = utcOf(day) + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const [before, after] = [offsetAt(shown - DAY), offsetAt(shown + DAY)];
  const fits = [before, after].find((offset) => offsetAt(shown - offset) === offset);
  return new Date(shown - (fits ?? before));
}

/** The first instant of a day in London: 23:00 UTC the evening before, in summer. */
export const startOfLondonDay = (day: string): Date => londonInstant(day, "00:00");

/** The last millisecond of a day in London, which is as fine as the database keeps. */
export const endOfLondonDay = (day: string): Date => new Date(startOfLondonDay(addDays(day, 1)).getTime() - 1);

/** A day as a date column keeps it: midnight UTC, whatever the clocks say. */
export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day that a date column keeps, as text; null where it keeps none. */
export function asDay(date: Date): string;
export function asDay(date: Date | null | undefined): string | null;
export function asDay(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

/** True for the text of a day that exists, as "YYYY-MM-DD", and for nothing else. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at) && dayOf(at) === text;
}

/** The day a whole number of days later, or earlier if negative. */
export const addDays = (day: string, days: number): string => dayOf(utcOf(day) + whole(days) * DAY);

/** The same day of the month, months later or earlier; the last day of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const from = new Date(utcOf(day));
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + whole(months), 1);
  const next = new Date(first);
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first + (Math.min(from.getUTCDate(), last) - 1) * DAY);
}

/** -1, 0 or 1: for sorting days from earliest to latest. */
export function compareDays(one: string, other: string): -1 | 0 | 1 {
  const apart = utcOf(one) - utcOf(other);
  return apart < 0 ? -1 : apart > 0 ? 1 : 0;
}

/** Whole days from one day to another: 1 for tomorrow, negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => (utcOf(to) - utcOf(from)) / DAY;

/** The financial year of a day, 1 April to 31 March, as "2026-27". */
export function financialYear(day: string): string {
  const at = new Date(utcOf(day));
  const starts = at.getUTCMonth() >= 3 ? at.getUTCFullYear() : at.getUTCFullYear() - 1;
  return `${starts}-${String((starts + 1) % 100).padStart(2, "0")}`;
}

/** What London clocks show at an instant, as if it were UTC, to the second. */
function wallClock(instant: Date): number {
  const parts = new Map(london.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}

function offsetAt(at: number): number {
  return wallClock(new Date(at)) - Math.floor(at / 1000) * 1000;
}

function dayOf(at: number): string {
  const day = new Date(at).toISOString().slice(0, 10);
  if (!/^[1-9]\d{3}-/.test(day)) throw new RangeError("A day must be in the years 1000 to 9999");
  return day;
}

function utcOf(day: string): number {
  if (!isDay(day)) throw new RangeError("A day must exist and be written YYYY-MM-DD");
  return Date.parse(`${day}T00:00:00.000Z`);
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError("A count of days or months must be whole");
  return count;
}

function refuseTime(time: string): never {
  throw new RangeError(`A time must be written HH:MM, not ${JSON.stringify(time)}`);
}
