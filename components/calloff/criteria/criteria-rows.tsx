"use client";

import { Select } from "@/components/form/choice";
import { Rows } from "@/components/form/rows";
import { NumberField, TextArea, TextField } from "@/components/form/text";
import { MOST_CRITERIA } from "@/lib/calloff/before/criteria/rules";
import { kindWords } from "@/lib/calloff/before/criteria/words";
import type { CriterionKind } from "@/lib/core/prisma/enums";

export type CriterionItem = {
  kind: CriterionKind;
  title: string;
  question: string;
  guidance: string;
  /** In percent. */
  weight: string;
  wordLimit: string;
  minimum: string;
};

const kinds = (["quality", "socialValue", "price"] as const).map((value) => ({ value, label: kindWords[value].label }));

/** The criteria to write, one after the other. Price asks nothing, so its questions may stay empty. */
export function CriteriaRows({ items }: { items: readonly CriterionItem[] }) {
  return (
    <Rows name="criteria" one="criterion" several="criteria" items={items} min={1} max={MOST_CRITERIA}>
      {({ field, item }) => (
        <div className="group/criterion contents">
          <Select name={field("kind")} label="About" options={kinds} defaultValue={item?.kind ?? "quality"} />
          <TextField
            name={field("weight")}
            label="Weight"
            inputMode="decimal"
            width={4}
            suffix="%"
            defaultValue={item?.weight}
          />
          <div className="w-full max-w-measure">
            <TextField name={field("title")} label="Title" defaultValue={item?.title} />
          </div>
          <Asked field={field} item={item} />
        </div>
      )}
    </Rows>
  );
}

type AskedProps = { field: (name: string) => string; item: CriterionItem | undefined };

/** What tenders are asked, and within which limits: out of sight while the criterion is about price. */
function Asked({ field, item }: AskedProps) {
  return (
    <div className="contents group-has-[[value=price]:checked]/criterion:hidden">
      <div className="w-full max-w-measure">
        <TextArea
          name={field("question")}
          label="The question that tenders answer"
          rows={3}
          defaultValue={item?.question}
        />
      </div>
      <div className="w-full max-w-measure">
        <TextArea
          name={field("guidance")}
          label="What a good answer says"
          rows={2}
          defaultValue={item?.guidance}
          optional
        />
      </div>
      <NumberField name={field("wordLimit")} label="Most words" width={4} defaultValue={item?.wordLimit} />
      <NumberField
        name={field("minimum")}
        label="Lowest score that can win"
        width={4}
        defaultValue={item?.minimum}
        optional
      />
    </div>
  );
}
