"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { MoneyField, NumberField, TextField } from "@/components/form/text";
import { complexityWords, unitWords, vatWords } from "@/lib/register/service/words";

export type RateItem = {
  what: string;
  unit: string;
  complexity: string;
  price: string;
  vatBp: string;
  volumeFrom: string;
  volumeTo: string;
};

const units = Object.entries(unitWords).map(([value, { one }]) => ({
  value,
  label: `A ${one}`.replace(/^A (hour|outcome)/, "An $1"),
}));
const levels = Object.entries(complexityWords).map(([value, label]) => ({ value, label }));
const rates = Object.entries(vatWords).map(([value, label]) => ({ value, label }));

/** The prices of a service, one row for each. */
export function RateRows({ items }: { items: readonly RateItem[] }) {
  return (
    <Rows name="lines" one="price" items={items} min={1} max={50}>
      {({ field, item }) => (
        <>
          <div className="w-full">
            <TextField
              name={field("what")}
              label="What is it for?"
              hint="For example, one-to-one session of an hour."
              defaultValue={item?.what}
            />
          </div>
          <Select name={field("unit")} label="One unit is" empty="Choose" options={units} defaultValue={item?.unit} />
          <MoneyField name={field("price")} label="Price before VAT" width={8} defaultValue={item?.price} />
          <Select name={field("vatBp")} label="VAT" options={rates} defaultValue={item?.vatBp ?? "0"} />
          <Select
            name={field("complexity")}
            label="Level of need"
            options={levels}
            defaultValue={item?.complexity ?? "any"}
          />
          <NumberField name={field("volumeFrom")} label="From how many" optional defaultValue={item?.volumeFrom} />
          <NumberField name={field("volumeTo")} label="To how many" optional defaultValue={item?.volumeTo} />
        </>
      )}
    </Rows>
  );
}
