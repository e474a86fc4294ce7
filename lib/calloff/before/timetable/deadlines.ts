import { addDays, londonDay } from "@/lib/core/values/moment";
import { addWorkingDays, type Day, workingDaysBetween } from "@/lib/reference/calendar";
import { afterwards, answersBy, leastTime, type Timetable, type TimetableLaw } from "./rules";
import { deadlineWords as say } from "./words";

/** One date of a call-off, explained: `at` where the time of day matters, and the rule that it comes from. */
export type Deadline = {
  key: string;
  label: string;
  on: Day;
  at: Date | null;
  why: string;
  /** A rule of the reference list; null where the date is our own promise or the authority's plan. */
  ruleCode: string | null;
};

/** Every date of a timetable in order, each with why it is that day: what is typed, and all that follows from it. */
export function deadlinesOf(dates: Timetable, law: TimetableLaw): Deadline[] {
  const { holidays } = law;
  const closesOn = londonDay(dates.closesAt);
  const least = leastTime(law);
  const { noticeOn, standstillOn, signedFrom } = afterwards(dates, law);
  const plan = (key: string, label: string, on: Day, why: string, more: Partial<Deadline> = {}): Deadline => ({
    ...{ key, label, on, why, at: null, ruleCode: null },
    ...more,
  });
  return [
    plan("publish", say.publish, dates.publishOn, say.publishWhy, { ruleCode: "coi.assessment" }),
    plan("questions", say.questions, londonDay(dates.clarifyUntil), say.questionsWhy, { at: dates.clarifyUntil }),
    plan("answers", say.answers, answersBy(dates.closesAt, holidays), say.answersWhy, {
      ruleCode: "calloff.same_for_all",
    }),
    plan("close", say.close, closesOn, least.sentence, { at: dates.closesAt, ruleCode: least.ruleCode }),
    plan("opening", say.opening, addWorkingDays(closesOn, 1, holidays), say.openingWhy),
    plan(
      "decision",
      say.decision,
      dates.decideOn,
      say.decisionWhy(workingDaysBetween(closesOn, dates.decideOn, holidays)),
    ),
    plan("notice", say.notice, noticeOn, say.noticeWhy, { ruleCode: "calloff.assessment_summary" }),
    ...(standstillOn
      ? [
          plan("standstill", say.standstill, standstillOn, say.standstillWhy(dates.standstillDays), {
            ruleCode: "calloff.standstill",
          }),
        ]
      : []),
    plan("sign", say.sign, signedFrom, standstillOn ? say.signWhy : say.standstillNone),
    ...detailsNotice(law, signedFrom, plan),
    ...(law.startsOn ? [plan("starts", say.starts, law.startsOn, say.startsWhy(law.mobilisationWeeks))] : []),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** A details notice follows signing: 120 days for light touch and otherwise 30 (s53(1)); below the threshold as soon as may be (s87(3)). */
function detailsNotice(
  law: TimetableLaw,
  signedFrom: Day,
  plan: (key: string, label: string, on: Day, why: string, more?: Partial<Deadline>) => Deadline,
): Deadline[] {
  if (!law.procurement) return [];
  if (!law.above) return [plan("details", say.details, signedFrom, say.detailsBelow, { ruleCode: "below.notice" })];
  const days = law.lightTouch ? 120 : 30;
  return [
    plan("details", say.details, addDays(signedFrom, days), say.detailsWhy(days), { ruleCode: "contract.details" }),
  ];
}
