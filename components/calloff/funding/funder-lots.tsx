"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { TextField } from "@/components/form/text";

type Props = {
  authorities: { value: string; label: string }[];
  lots: { id: string; label: string }[];
  /** What each other body pays of each lot, as text, in the order of the lots. */
  others: { organisationId: string; shares: string[] }[];
};

/** The authorities that pay beside the lead, each with its part or its amount of every lot. */
export function FunderLots({ authorities, lots, others }: Props) {
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
          {lots.map(({ id, label }, at) => (
            <TextField
              key={id}
              name={field(`shares.${at}.share`)}
              label={label}
              hint="Like 33.33, or 1,250.00"
              inputMode="decimal"
              width={8}
              optional
              defaultValue={item?.shares[at]}
            />
          ))}
        </>
      )}
    </Rows>
  );
}
