"use client";

import { Rows } from "@/components/form/rows";
import { TextField } from "@/components/form/text";

type Props = { added: { who: string; because: string }[]; min: number };

/** Organisations that are invited beside those who match. */
export function AddedRows({ added, min }: Props) {
  return (
    <Rows name="added" one="organisation" items={added} min={min} max={50}>
      {({ field, item }) => (
        <>
          <TextField
            name={field("who")}
            label="Its name or reference"
            hint="As it stands on the register."
            defaultValue={item?.who}
          />
          <TextField name={field("because")} label="Why is it invited?" defaultValue={item?.because} />
        </>
      )}
    </Rows>
  );
}
