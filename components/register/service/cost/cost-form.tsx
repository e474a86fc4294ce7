"use client";

import { RadioGroup, Select } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { Rows } from "@/components/form/rows";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField, NumberField, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import type { FormAction } from "@/lib/core/values/form";
import { unitWords } from "@/lib/register/service/words";

export type CostGiven = {
  unit: string;
  posts: { role: string; fte: string; salary: string }[];
  ni: string;
  pension: string;
  others: { what: string; cost: string }[];
  overheadKind: string;
  overheadPercent: string;
  overheadAmount: string;
  hours: string;
  utilisation: string;
  units: string;
};

type Props = { action: FormAction; serviceId: string; edit: number; given: CostGiven };

const units = Object.entries(unitWords).map(([value, { one }]) => ({ value, label: one }));

/** What a service costs for a year. */
export function CostForm({ action, serviceId, edit, given }: Props) {
  return (
    <Form action={action}>
      <HiddenFields values={{ serviceId }} />
      <Versioned name="edit" version={edit} />
      <Fieldset label="Who works on it?" hint="Each post, with the salary of a full-time post for a year.">
        <Rows name="posts" one="post" items={given.posts} min={1} max={30}>
          {({ field, item }) => (
            <>
              <TextField name={field("role")} label="Post" width={20} defaultValue={item?.role} />
              <TextField
                name={field("fte")}
                label="Full-time posts"
                width={4}
                inputMode="decimal"
                defaultValue={item?.fte}
              />
              <MoneyField name={field("salary")} label="Yearly salary, full time" defaultValue={item?.salary} />
            </>
          )}
        </Rows>
      </Fieldset>
      <Fieldset
        label="What do you pay on top of salaries?"
        hint="The percentages to begin with are ours, not the law's. Ask your payroll for your own."
      >
        <div className="flex flex-wrap gap-6">
          <TextField name="ni" label="National Insurance" width={4} suffix="%" defaultValue={given.ni} />
          <TextField name="pension" label="Pension" width={4} suffix="%" defaultValue={given.pension} />
        </div>
      </Fieldset>
      <Fieldset label="What else does it cost?" hint="For a year: rooms, travel, materials, supervision, training.">
        <Rows name="others" one="cost" items={given.others} min={1} max={30}>
          {({ field, item }) => (
            <>
              <TextField name={field("what")} label="What" width={20} defaultValue={item?.what} />
              <MoneyField name={field("cost")} label="Cost for a year" defaultValue={item?.cost} />
            </>
          )}
        </Rows>
      </Fieldset>
      <RadioGroup
        name="overheadKind"
        label="How do you count overheads?"
        hint="A fair share of rent, management, accounts, insurance and IT."
        options={[
          { value: "percent", label: "As a percentage of the cost" },
          { value: "amount", label: "As an amount for a year" },
        ]}
        defaultValue={given.overheadKind}
      />
      <div className="flex flex-wrap gap-6">
        <TextField
          name="overheadPercent"
          label="Percentage"
          optional
          width={4}
          suffix="%"
          inputMode="decimal"
          defaultValue={given.overheadPercent}
        />
        <MoneyField name="overheadAmount" label="Amount" optional defaultValue={given.overheadAmount} />
      </div>
      <Fieldset label="How much is delivered?" hint="These hours and this share are ours to begin with.">
        <div className="grid gap-6">
          <NumberField
            name="hours"
            label="Paid hours for a year of a full-time post"
            hint="1,950 is 37.5 hours for 52 weeks."
            suffix="hours"
            defaultValue={given.hours}
          />
          <TextField
            name="utilisation"
            label="How much of that is spent with people?"
            hint="The rest is leave, sickness, training, travel and notes."
            width={4}
            suffix="%"
            inputMode="decimal"
            defaultValue={given.utilisation}
          />
          <Select name="unit" label="One unit is a" options={units} defaultValue={given.unit} />
          <NumberField
            name="units"
            label="How many units for a year?"
            hint="Leave it empty for hours: then we use the hours spent with people."
            optional
            width={8}
            defaultValue={given.units}
          />
        </div>
      </Fieldset>
      <Buttons>
        <Submit>Work it out</Submit>
        <TextLink href={`/services/${serviceId}/prices`}>Back to prices</TextLink>
      </Buttons>
    </Form>
  );
}
