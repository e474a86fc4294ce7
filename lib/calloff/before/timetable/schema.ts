import { z } from "zod";
import { clockTime, isoDay, wholeNumber } from "@/lib/core/values/text";

/** A timetable as its form sends it: days, and times of day in the UK. */
export const TimetableInput = z.object({
  ...{ id: z.uuid(), version: wholeNumber({ label: "the version" }) },
  publishOn: isoDay({ label: "the day of publication" }),
  clarifyOn: isoDay({ label: "the day on which questions end" }),
  clarifyTime: clockTime({ label: "the time at which questions end" }),
  closesOn: isoDay({ label: "the day on which tenders close" }),
  closesTime: clockTime({ label: "the time at which tenders close" }),
  decideOn: isoDay({ label: "the day of the decision" }),
  standstillDays: wholeNumber({ max: 30, label: "the standstill" }),
});
