import { asDate } from "@/lib/core/values/moment";
import { addDays, compareDays, daysBetween } from "../core/values/moment";

/** A calendar day in the UK, as "YYYY-MM-DD". */
export type Day = string;

/** The bank holidays of England and Wales; `reference()` gives them. */
export type Holidays = ReadonlySet<Day>;

/** Whether people are at work: neither a weekend nor a bank holiday. */
export const isWorkingDay = (day: Day, holidays: Holidays): boolean => !isWeekend(day) && !holidays.has(day);

/** The day itself if it is a working day, or the first one after it. */
export function workingDayFrom(day: Day, holidays: Holidays): Day {
  let at = addDays(day, 0);
  while (!isWorkingDay(at, holidays)) at = addDays(at, 1);
  return at;
}

/** The nth working day after a day (before it, if negative), that day not counted. Nought gives the day itself. */
export function addWorkingDays(day: Day, count: number, holidays: Holidays): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError("A count of working days must be whole");
  const step = count < 0 ? -1 : 1;
  let at = addDays(day, 0);
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/** How many working days come after one day, up to and including another; negated when the second is earlier. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  if (compareDays(from, to) > 0) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let left = daysBetween(from, to), at = from; left > 0; left -= 1) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) count += 1;
  }
  return count;
}

/**
 * The last day of a standstill: eight working days that begin with the day of the notice (Procurement Act 2023, s51).
 * A notice on a working day is the first of them; the contract may be signed on the day after the last.
 */
export function standstillEnds(noticeDay: Day, holidays: Holidays, length = 8): Day {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError("A standstill lasts at least one working day");
  return addWorkingDays(workingDayFrom(noticeDay, holidays), length - 1, holidays);
}

/** Easter Sunday, by the anonymous Gregorian algorithm. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skipped + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return written(year, Math.floor(count / 31), (count % 31) + 1);
}

/** The bank holidays that the standing rules give a year in England and Wales. A proclamation can add to them or move one. */
export function bankHolidaysOf(year: number): Day[] {
  const easter = easterSunday(year);
  const newYear = weekdayFrom(written(year, 1, 1));
  const may = weekdayFrom(written(year, 5, 1), MONDAY);
  const spring = addDays(weekdayFrom(written(year, 6, 1), MONDAY), -7);
  const summer = addDays(weekdayFrom(written(year, 9, 1), MONDAY), -7);
  const christmas = weekdayFrom(written(year, 12, 25));
  const boxing = weekdayFrom(written(year, 12, 26));
  const winter = christmas === boxing ? [christmas, addDays(christmas, 1)] : [christmas, boxing];
  return [newYear, addDays(easter, -2), addDays(easter, 1), may, spring, summer, ...winter];
}

const MONDAY = 1;
const weekdayOf = (day: Day) => asDate(day).getUTCDay();
const isWeekend = (day: Day) => weekdayOf(day) % 6 === 0;
const written = (year: number, month: number, day: number): Day =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The first day from this one on that is no weekend, or that is the weekday asked for. */
function weekdayFrom(day: Day, weekday?: number): Day {
  let at = day;
  while (weekday === undefined ? isWeekend(at) : weekdayOf(at) !== weekday) at = addDays(at, 1);
  return at;
}
