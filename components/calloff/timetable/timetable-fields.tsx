import { DateField } from "@/components/form/date";
import { Fieldset } from "@/components/form/field";
import { NumberField, TextField } from "@/components/form/text";
import type { Timetable } from "@/lib/calloff/before/timetable/rules";
import { londonDay, londonTime } from "@/lib/core/values/moment";

type Props = { dates: Timetable /** The least time that the law gives, as a sentence. */; least: string };

/** The dates that somebody chooses; all others follow from them. */
export function TimetableFields({ dates, least }: Props) {
  const { publishOn, clarifyUntil, closesAt, decideOn, standstillDays } = dates;
  return (
    <>
      <DateField name="publishOn" label="Publish on" defaultValue={publishOn} />
      <Fieldset label="Questions end">
        <div className="grid gap-4">
          <DateField name="clarifyOn" label="Day" defaultValue={londonDay(clarifyUntil)} />
          <TextField name="clarifyTime" label="Time, UK" width={8} defaultValue={londonTime(clarifyUntil)} />
        </div>
      </Fieldset>
      <Fieldset label="Tenders close" hint={least}>
        <div className="grid gap-4">
          <DateField name="closesOn" label="Day" defaultValue={londonDay(closesAt)} />
          <TextField
            name="closesTime"
            label="Time, UK"
            hint="Midday is kind: somebody is there to help."
            width={8}
            defaultValue={londonTime(closesAt)}
          />
        </div>
      </Fieldset>
      <DateField name="decideOn" label="Decide on" defaultValue={decideOn} />
      <NumberField
        name="standstillDays"
        label="Standstill"
        hint="Working days after the award notice in which nothing is signed. 8 are usual; 0 is none."
        suffix="working days"
        defaultValue={standstillDays}
      />
    </>
  );
}
