"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { MoneyField, TextField } from "@/components/form/text";

const units = ["hour", "session", "place"].map((unit) => ({
  value: unit,
  label: `An ${unit}`.replace("An s", "A s").replace("An p", "A p"),
}));

/** The repeating rows, which take a function and so live in the browser's half. */
export function RowsExample() {
  return (
    <Rows name="lines" one="price" items={[{ unit: "session", price: "85.00", note: "One to one" }]} max={5}>
      {({ field, item }) => (
        <>
          <Select name={field("unit")} label="Unit" options={units} defaultValue={item?.unit} />
          <MoneyField name={field("price")} label="Price" defaultValue={item?.price} width={8} />
          <TextField name={field("note")} label="What it covers" optional defaultValue={item?.note} width={20} />
        </>
      )}
    </Rows>
  );
}
