import { addDays } from "@/lib/core/values/moment";
import { bankHolidaysOf, type Day, type Holidays, isWorkingDay, standstillEnds } from "@/lib/reference/calendar";

/**
 * The last day of a standstill that begins with the day of the award notice: the given number of working days, the
 * notice day counting as the first if it is one (Procurement Act 2023, s51). With none, it is over on the notice day.
 */
export const lastDay = (noticeDay: Day, holidays: Holidays, days: number): Day =>
  days === 0 ? noticeDay : standstillEnds(noticeDay, holidays, days);

/** The first day on which the call-off may be concluded: the day after the last, or the notice day where there is no standstill. */
export const concludesFrom = (endsOn: Day, days: number): Day => (days === 0 ? endsOn : addDays(endsOn, 1));

/** Whether the standstill is over on a day. */
export const isOver = (endsOn: Day, days: number, on: Day): boolean => on >= concludesFrom(endsOn, days);

/** One square of the calendar. `number` counts the working days of the standstill from 1. */
export type Square = {
  day: Day;
  kind: "working" | "weekend" | "holiday";
  /** The name of the bank holiday. */
  name: string | null;
  number: number | null;
  mark: "notice" | "last" | "conclude" | null;
};

/** The weeks that a standstill touches, from Monday to Sunday, with its working days counted. */
export function squares({ noticeDay, days, holidays }: { noticeDay: Day; days: number; holidays: Holidays }): Square[] {
  const last = lastDay(noticeDay, holidays, days);
  const conclude = concludesFrom(last, days);
  const all: Square[] = [];
  let count = 0;
  for (let day = mondayOf(noticeDay), end = addDays(mondayOf(conclude), 6); day <= end; day = addDays(day, 1)) {
    const working = isWorkingDay(day, holidays);
    const counts = working && days > 0 && day >= noticeDay && day <= last;
    if (counts) count += 1;
    all.push({
      day,
      kind: working ? "working" : holidays.has(day) ? "holiday" : "weekend",
      name: holidays.has(day) ? holidayName(day) : null,
      number: counts ? count : null,
      mark: day === conclude ? "conclude" : day === last ? "last" : day === noticeDay ? "notice" : null,
    });
  }
  return all;
}

const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

const names = [
  "New Year's Day",
  "Good Friday",
  "Easter Monday",
  "Early May bank holiday",
  "Spring bank holiday",
  "Summer bank holiday",
  "Christmas Day",
  "Boxing Day",
];

/** What a bank holiday is called; one that the standing rules do not know is named plainly. */
export const holidayName = (day: Day): string =>
  names[bankHolidaysOf(Number(day.slice(0, 4))).indexOf(day)] ?? "Bank holiday";
