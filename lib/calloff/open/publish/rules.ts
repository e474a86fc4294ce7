import { type Day, workingDayFrom } from "@/lib/reference/calendar";
import { notReady, type ReadyCallOff } from "../../before/need/rules";

/** What keeps a call-off from being published on a day. It may go out later than was planned: its timetable is then judged as of that day. */
export function notPublishable(facts: ReadyCallOff, today: Day): string[] {
  const { timetable, law } = facts;
  const on = workingDayFrom(today, law.holidays);
  return notReady(
    timetable && timetable.publishOn < on ? { ...facts, timetable: { ...timetable, publishOn: on } } : facts,
  );
}
