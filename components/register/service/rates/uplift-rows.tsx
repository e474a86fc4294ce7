"use client";

import { Rows } from "@/components/form/rows";
import { TextField } from "@/components/form/text";

export type UpliftItem = { place: string; percent: string };

/** What is added to every price in some places, one row for each place. */
export function UpliftRows({ items }: { items: readonly UpliftItem[] }) {
  return (
    <Rows name="uplifts" one="place" items={items} min={0} max={50}>
      {({ field, item }) => (
        <>
          <TextField name={field("place")} label="Place" width={20} defaultValue={item?.place} />
          <TextField
            name={field("percent")}
            label="Added to every price there"
            width={4}
            suffix="%"
            inputMode="decimal"
            defaultValue={item?.percent}
          />
        </>
      )}
    </Rows>
  );
}
