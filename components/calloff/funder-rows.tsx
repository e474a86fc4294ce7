"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { TextField } from "@/components/form/text";

type Props = {
  authorities: { value: string; label: string }[];
  others: { organisationId: string; share: string }[];
};

/** The authorities that pay beside the buyer, each with its part or its amount. */
export function FunderRows({ authorities, others }: Props) {
  return (
    <Rows name="others" one="funder" items={others} min={0} max={8}>
      {({ field, item }) => (
        <>
          <Select
            name={field("organisationId")}
            label="Organisation"
            empty="Choose one"
            options={authorities}
            defaultValue={item?.organisationId}
          />
          <TextField
            name={field("share")}
            label="Its share"
            hint="Like 33.33, or 1,250.00"
            inputMode="decimal"
            width={8}
            defaultValue={item?.share}
          />
        </>
      )}
    </Rows>
  );
}
