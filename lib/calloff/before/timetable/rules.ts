import type { CallOffRoute } from "@/lib/core/prisma/enums";
import { addDays, asDay, londonDay, londonInstant, londonTime, startOfLondonDay } from "@/lib/core/values/moment";
import {
  addWorkingDays,
  type Day,
  type Holidays,
  isWorkingDay,
  standstillEnds,
  workingDayFrom,
  workingDaysBetween,
} from "@/lib/reference/calendar";
import type { CallOffLaw } from "../../record/rules";
import { timetableWords as say } from "./words";

/** The planned dates. Publication and the decision are days; the end of questions and the close are instants. */
export type Timetable = {
  publishOn: Day;
  clarifyUntil: Date;
  closesAt: Date;
  decideOn: Day;
  /** Working days, or nought for none. */
  standstillDays: number;
};

type Planned = { publishOn: Date | null; clarifyUntil: Date | null; closesAt: Date | null; decideOn: Date | null };

/** The timetable of a row when all its dates are known, else null. */
export function timetableOf(row: Planned & { standstillDays: number }): Timetable | null {
  const { publishOn, clarifyUntil, closesAt, decideOn, standstillDays } = row;
  if (!publishOn || !clarifyUntil || !closesAt || !decideOn) return null;
  return { publishOn: asDay(publishOn), clarifyUntil, closesAt, decideOn: asDay(decideOn), standstillDays };
}

/** What dates are judged by. */
export type TimetableLaw = CallOffLaw & {
  route: CallOffRoute | null;
  holidays: Holidays;
  startsOn: Day | null;
  mobilisationWeeks: number;
};

/** Working days before the close by which every question has its answer: our own promise to whoever writes a tender. */
export const ANSWERED_BEFORE = 3;
/** Fewer working days than this to write a tender are too few for a small charity. */
export const ENOUGH_DAYS = 15;
export const ENOUGH_FOR_QUOTES = 10;

export type Least = { days: number; ruleCode: string | null; sentence: string };

/** The least time to write a tender, in days (s54(4)): none below the threshold or for light touch, 10 through a dynamic market, else 25 as all goes by computer. */
export function leastTime({ procurement, above, lightTouch, route }: TimetableLaw): Least {
  const rule = "calloff.min_period";
  if (!procurement) return { days: 0, ruleCode: null, sentence: say.leastGrant };
  if (route === "directAward") return { days: 0, ruleCode: rule, sentence: say.leastDirect };
  if (!above) return { days: 0, ruleCode: "below.notice", sentence: say.leastBelow };
  if (lightTouch) return { days: 0, ruleCode: rule, sentence: say.leastLightTouch };
  const days = route === "marketCompetition" ? 10 : 25;
  return { days, ruleCode: rule, sentence: say.least(days, route === "marketCompetition") };
}

/** The first moment at which tenders may close: when the least number of whole days has passed, the first being the day after publication. */
export const earliestClose = (publishOn: Day, law: TimetableLaw): Date =>
  startOfLondonDay(addDays(publishOn, leastTime(law).days + 1));

/** The last working day on which answers to questions go out. */
export const answersBy = (closesAt: Date, holidays: Holidays): Day =>
  addWorkingDays(londonDay(closesAt), -ANSWERED_BEFORE, holidays);

export type Field = "publishOn" | "clarifyOn" | "closesOn" | "decideOn" | "standstillDays";

/**
 * Why these dates cannot stand, by field. Each must be a working day, publication no earlier than today, questions must
 * end in time for answers, the close must leave the least time that the law gives, and the decision comes after it.
 */
export function timetableFaults(dates: Timetable, law: TimetableLaw): Map<Field, string> {
  const found = new Map<Field, string>();
  const { publishOn, clarifyUntil, closesAt, decideOn, standstillDays } = dates;
  const [clarifyOn, closesOn] = [londonDay(clarifyUntil), londonDay(closesAt)];
  const days: [Field, Day][] = [
    ["publishOn", publishOn],
    ["clarifyOn", clarifyOn],
    ["closesOn", closesOn],
    ["decideOn", decideOn],
  ];
  if (publishOn < law.on) found.set("publishOn", say.past);
  if (closesOn <= publishOn) found.set("closesOn", say.closeFirst);
  else if (closesAt < earliestClose(publishOn, law))
    found.set("closesOn", say.tooSoon(leastTime(law).days, londonDay(earliestClose(publishOn, law))));
  if (clarifyOn < publishOn) found.set("clarifyOn", say.questionsFirst);
  else if (clarifyUntil >= closesAt || clarifyOn > answersBy(closesAt, law.holidays))
    found.set("clarifyOn", say.questionsLate(answersBy(closesAt, law.holidays)));
  if (decideOn <= closesOn) found.set("decideOn", say.decideFirst);
  if (standstillDays !== 0 && (standstillDays < 8 || standstillDays > 30)) found.set("standstillDays", say.standstill);
  for (const [field, on] of days)
    if (!isWorkingDay(on, law.holidays) && !found.has(field))
      found.set(field, say.notWorking(on, workingDayFrom(on, law.holidays)));
  return found;
}

/** What to think of again; nothing here stops anybody. */
export function timetableWarnings(dates: Timetable, law: TimetableLaw): string[] {
  const closesOn = londonDay(dates.closesAt);
  const enough = law.route === "quotes" || law.route === "directGrant" ? ENOUGH_FOR_QUOTES : ENOUGH_DAYS;
  const days = workingDaysBetween(dates.publishOn, closesOn, law.holidays);
  const reading = workingDaysBetween(closesOn, dates.decideOn, law.holidays);
  const time = londonTime(dates.closesAt);
  const { signedFrom, readyBy } = afterwards(dates, law);
  return [
    ...(law.route !== "directAward" && days < enough ? [say.short(days, enough)] : []),
    ...(time < "10:00" || time > "17:00" ? [say.oddHour(time)] : []),
    ...(reading < 5 ? [say.littleReading(reading)] : []),
    ...(law.procurement && dates.standstillDays === 0 ? [say.noStandstill] : []),
    ...(law.startsOn && law.startsOn < readyBy ? [say.startsTooSoon(law.startsOn, signedFrom, readyBy)] : []),
  ];
}

/** When the rest would follow if all goes to plan. */
export function afterwards({ decideOn, standstillDays }: Timetable, { holidays, mobilisationWeeks }: TimetableLaw) {
  const noticeOn = addWorkingDays(decideOn, 1, holidays);
  const standstillOn = standstillDays === 0 ? null : standstillEnds(noticeOn, holidays, standstillDays);
  const signedFrom = addWorkingDays(standstillOn ?? noticeOn, 1, holidays);
  return { noticeOn, standstillOn, signedFrom, readyBy: addDays(signedFrom, mobilisationWeeks * 7) };
}

/** A whole timetable to begin with, on working days, that leaves a small charity time to write. */
export function proposedTimetable(law: TimetableLaw): Timetable {
  const { holidays, on, route } = law;
  const publishOn = addWorkingDays(on, 5, holidays);
  const enough = route === "quotes" || route === "directGrant" ? ENOUGH_FOR_QUOTES : 20;
  const lawful = workingDayFrom(londonDay(earliestClose(publishOn, law)), holidays);
  const wished = addWorkingDays(publishOn, enough, holidays);
  const [, closesOn = wished] = [lawful, wished].sort();
  return {
    publishOn,
    clarifyUntil: londonInstant(addWorkingDays(closesOn, -2 * ANSWERED_BEFORE, holidays), "12:00"),
    closesAt: londonInstant(closesOn, "12:00"),
    decideOn: addWorkingDays(closesOn, 15, holidays),
    standstillDays: 8,
  };
}
