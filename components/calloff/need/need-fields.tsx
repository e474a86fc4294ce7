import { Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { Fieldset } from "@/components/form/field";
import { NumberField, TextArea, TextField } from "@/components/form/text";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { toPercent } from "@/lib/core/values/share";
import { type OutcomeGroup, OutcomePicker } from "./outcome-picker";

type Props = { callOff: CallOffFile; groups: OutcomeGroup[]; investors: { id: string; name: string }[] };

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? "";
const percentOf = (bp: number | null) => (bp === null ? "" : toPercent(bp));

/** What is needed, for whom, the term, and the two statements that the law asks before anything starts. */
export function NeedFields({ callOff, groups, investors }: Props) {
  return (
    <>
      <TextField name="title" label="What do you call it?" defaultValue={callOff.title} />
      <TextArea
        name="need"
        label="What is needed?"
        hint="What people would have that they do not have now. Charities read this to see whether it is for them."
        rows={8}
        defaultValue={callOff.need}
      />
      <TextArea
        name="forWhom"
        label="For whom is it?"
        hint="Who they are, how many, and what makes it hard for them. Never a name."
        rows={4}
        defaultValue={callOff.forWhom}
      />
      <OutcomePicker groups={groups} chosen={callOff.outcomeCodes} />
      <DateField name="startsOn" label="When does it start?" defaultValue={dayOf(callOff.startsOn)} />
      <DateField name="endsOn" label="When does the first term end?" defaultValue={dayOf(callOff.endsOn)} />
      <NumberField
        name="extensionMonths"
        label="By how many months may it be extended?"
        hint="All extensions together. They count towards the value that the law looks at."
        defaultValue={callOff.extensionMonths || ""}
        suffix="months"
        optional
      />
      <NumberField
        name="mobilisationWeeks"
        label="How many weeks to get ready, before it starts?"
        hint="To hire, train and find rooms. Small organisations often need eight or more."
        defaultValue={callOff.mobilisationWeeks || ""}
        suffix="weeks"
        optional
      />
      <TextArea
        name="socialValueStatement"
        label="How could it improve the well-being of the area?"
        hint="Economic, social or environmental. You must think of this before you start (Social Value Act of 2012)."
        rows={4}
        defaultValue={callOff.socialValueStatement}
      />
      <TextArea
        name="barriersConsidered"
        label="What would keep small organisations away, and what did you do about it?"
        hint="Such as large lots, long forms, late payment or insurance. You must consider it (Procurement Act 2023 s86)."
        rows={4}
        defaultValue={callOff.barriersConsidered}
      />
      <TextField
        name="vcseShareBp"
        label="Share of the work for voluntary organisations"
        hint="A requirement of the specification: whoever wins gives at least this share to them, or is one itself."
        defaultValue={percentOf(callOff.vcseShareBp)}
        inputMode="decimal"
        width={4}
        suffix="%"
        optional
      />
      {callOff.instrument === "bond" && <Bond callOff={callOff} investors={investors} />}
    </>
  );
}

function Bond({ callOff, investors }: Omit<Props, "groups">) {
  return (
    <Fieldset label="The bond">
      <div className="grid gap-6">
        <Select
          name="investorId"
          label="Who carries the risk?"
          hint="The investor pays the provider in advance. You pay the investor for results."
          empty="Choose an investor"
          options={investors.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={callOff.investorId}
        />
        <TextField
          name="returnCapBp"
          label="The most that it may earn on what it paid in"
          defaultValue={percentOf(callOff.returnCapBp)}
          inputMode="decimal"
          width={4}
          suffix="%"
        />
      </div>
    </Fieldset>
  );
}
