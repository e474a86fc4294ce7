import "server-only";
import { command } from "@/lib/core/door/command";
import { Refused } from "@/lib/core/door/result";
import { day, moment } from "@/lib/core/values/format";
import { asDate, londonDay, londonInstant } from "@/lib/core/values/moment";
import { holdCallOff, touchDraft } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { timetableLawFor } from "../../record/queries/ready";
import { timetableFaults } from "./rules";
import { TimetableInput } from "./schema";

/** Plans the dates: each on a working day, questions ending in time for answers, and the least time to tender that the law gives. */
export const saveTimetable = command({
  event: "callOff.saveTimetable",
  input: TimetableInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { id, version, ...typed }) => {
    const { tx, actor, now } = scene;
    const saved = await tx.callOff.findUniqueOrThrow({
      where: { id },
      select: { publishOn: true, mobilisationWeeks: true },
    });
    await touchDraft(scene, row, {
      version,
      now: {
        Published: saved.publishOn ? day(saved.publishOn.toISOString()) : "",
        "Questions end": row.clarifyUntil ? moment(row.clarifyUntil) : "",
        "Tenders close": row.closesAt ? moment(row.closesAt) : "",
      },
    });
    const { publishOn, decideOn, standstillDays } = typed;
    const clarifyUntil = londonInstant(typed.clarifyOn, typed.clarifyTime);
    const closesAt = londonInstant(typed.closesOn, typed.closesTime);
    const law = await timetableLawFor(
      actor,
      { ...row, mobilisationWeeks: saved.mobilisationWeeks },
      { tx, on: londonDay(now) },
    );
    const faults = timetableFaults({ publishOn, clarifyUntil, closesAt, decideOn, standstillDays }, law);
    if (faults.size > 0) {
      const fields = Object.fromEntries([...faults].map(([field, message]) => [field, [message]]));
      throw new Refused({ kind: "invalid", message: "There is a problem", fields });
    }
    await tx.callOff.update({
      where: { id },
      data: { publishOn: asDate(publishOn), clarifyUntil, closesAt, decideOn: asDate(decideOn), standstillDays },
      select: { id: true },
    });
    return { value: { id }, id, detail: { publishOn, closesAt: closesAt.toISOString(), standstillDays } };
  },
});
