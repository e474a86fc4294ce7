"use client";

import { Rows } from "@/components/form/rows";
import { TextField } from "@/components/form/text";

type Partner = { who: string; share: string; does: string };

/** The partners of a consortium beside the lead, each with its share. */
export function PartnerRows({ partners }: { partners: Partner[] }) {
  return (
    <Rows name="partners" one="partner" items={partners} min={1} max={12}>
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
            label="Its share"
            hint="In percent, such as 33.33"
            inputMode="decimal"
            width={8}
            suffix="%"
            defaultValue={item?.share}
          />
          <div className="w-full">
            <TextField name={field("does")} label="What will it do?" defaultValue={item?.does} />
          </div>
        </>
      )}
    </Rows>
  );
}
