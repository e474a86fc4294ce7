"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { TextArea, TextField } from "@/components/form/text";
import { MOST_CONDITIONS } from "@/lib/calloff/before/criteria/rules";
import { aboutWords } from "@/lib/calloff/before/criteria/words";
import type { ConditionAbout } from "@/lib/core/prisma/enums";

export type ConditionItem = { about: ConditionAbout; title: string; text: string; why: string };

/** Pass or fail conditions; none at all is the usual case. */
export function ConditionRows({ items, supplier }: { items: readonly ConditionItem[]; supplier: boolean }) {
  const abouts = (supplier ? (["service", "supplier"] as const) : (["service"] as const)).map((value) => ({
    value,
    label: aboutWords[value].label,
  }));
  return (
    <Rows name="conditions" one="condition" items={items} min={0} max={MOST_CONDITIONS}>
      {({ field, item }) => (
        <>
          <Select name={field("about")} label="About" options={abouts} defaultValue={item?.about ?? "service"} />
          <div className="w-full max-w-measure">
            <TextField name={field("title")} label="Title" defaultValue={item?.title} />
          </div>
          <div className="w-full max-w-measure">
            <TextArea name={field("text")} label="What must be promised or shown" rows={3} defaultValue={item?.text} />
          </div>
          <div className="w-full max-w-measure">
            <TextArea name={field("why")} label="Why it must be asked" rows={2} defaultValue={item?.why} />
          </div>
        </>
      )}
    </Rows>
  );
}
