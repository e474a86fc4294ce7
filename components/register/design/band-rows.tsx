"use client";

import { Rows } from "@/components/form/rows";
import { MoneyField, TextField } from "@/components/form/text";

/** The value bands of a register, from the lowest up. */
export function BandRows({ items }: { items: readonly { title: string; upTo: string }[] }) {
  return (
    <Rows name="bands" one="band" items={items} min={1} max={9}>
      {({ field, item }) => (
        <>
          <TextField name={field("title")} label="Name" width={20} defaultValue={item?.title} />
          <MoneyField
            name={field("upTo")}
            label="Highest value, with VAT"
            hint="Leave it empty in the last band."
            width={12}
            optional
            defaultValue={item?.upTo}
          />
        </>
      )}
    </Rows>
  );
}
