"use client";

import { Rows } from "@/components/form/rows";
import { NumberField, TextField } from "@/components/form/text";

export type PartnerItem = { who: string; share: string; volume: number | null; does: string };

/** The organisations that will do a part of the work, each with its share. */
export function SubContractorRows({ partners, most }: { partners: PartnerItem[]; most: number }) {
  return (
    <Rows name="partners" one="sub-contractor" items={partners} min={0} max={most}>
      {({ field, item }) => (
        <>
          <TextField
            name={field("who")}
            label="Name or reference"
            hint="As it stands on the register, such as TO-2026-000123"
            defaultValue={item?.who}
          />
          <TextField
            name={field("share")}
            label="Its share of the work"
            hint="In percent, such as 33.33"
            inputMode="decimal"
            width={8}
            suffix="%"
            defaultValue={item?.share}
          />
          <NumberField
            name={field("volume")}
            label="How many units"
            hint="If you promise it a number"
            optional
            width={8}
            defaultValue={item?.volume ?? undefined}
          />
          <div className="w-full">
            <TextField name={field("does")} label="What will it do?" defaultValue={item?.does} />
          </div>
        </>
      )}
    </Rows>
  );
}
