"use client";

import { Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { Rows } from "@/components/form/rows";
import { NumberField, TextField } from "@/components/form/text";

export type OfferItem = {
  criterionId: string;
  measure: string;
  unit: string;
  baseline: number;
  target: number;
  by: string;
};

type Props = { offers: OfferItem[]; criteria: { value: string; label: string }[]; most: number };

/** Promises that can be counted: what, in which unit, from where, to where, by when. */
export function OfferRows({ offers, criteria, most }: Props) {
  return (
    <Rows name="offers" one="offer" items={offers} min={1} max={most}>
      {({ field, item }) => (
        <>
          {criteria.length > 1 && (
            <Select
              name={field("criterionId")}
              label="Which question does it answer?"
              options={criteria}
              defaultValue={item?.criterionId}
            />
          )}
          <div className="w-full">
            <TextField
              name={field("measure")}
              label="What will be counted?"
              hint="For example, people with a conviction whom we hire"
              defaultValue={item?.measure}
            />
          </div>
          <TextField
            name={field("unit")}
            label="Counted in"
            hint="People, hours, £"
            width={12}
            defaultValue={item?.unit}
          />
          <NumberField
            name={field("baseline")}
            label="Today"
            hint="How many now"
            width={8}
            defaultValue={item?.baseline}
          />
          <NumberField
            name={field("target")}
            label="You promise"
            hint="How many then"
            width={8}
            defaultValue={item?.target}
          />
          <DateField name={field("by")} label="By when?" defaultValue={item?.by} />
        </>
      )}
    </Rows>
  );
}
