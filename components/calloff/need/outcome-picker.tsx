"use client";

import { Fieldset } from "@/components/form/field";
import { useField } from "@/components/form/state";

export type OutcomeGroup = { name: string; options: { value: string; label: string }[] };

/** Every outcome as boxes to tick, by what it belongs to. A group opens where something is chosen. */
export function OutcomePicker({ groups, chosen }: { groups: readonly OutcomeGroup[]; chosen: readonly string[] }) {
  const { list, sent } = useField("outcomeCodes");
  const ticked = new Set(sent ? list : chosen);
  return (
    <Fieldset
      name="outcomeCodes"
      label="What should people be able to achieve?"
      hint="Open what it is about, and tick the outcomes. Tenders and payments can hang on them later."
    >
      <ul className="border-t border-line">
        {groups
          .filter(({ options }) => options.length > 0)
          .map((group, at) => (
            <Group key={group.name} group={group} ticked={ticked} id={at === 0 ? "outcomeCodes" : undefined} />
          ))}
      </ul>
    </Fieldset>
  );
}

type GroupProps = { group: OutcomeGroup; ticked: ReadonlySet<string>; id: string | undefined };

/** The first group has the field's own id, so that the error summary leads to it. */
function Group({ group: { name, options }, ticked, id }: GroupProps) {
  const many = options.filter(({ value }) => ticked.has(value)).length;
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <details className="details" open={many > 0}>
        <summary id={id} className="w-fit cursor-pointer py-0.5 text-act underline hover:decoration-2">
          {name}
          {many > 0 && <span className="text-muted"> ({many} chosen)</span>}
        </summary>
        <ul className="mt-2 ml-2 grid gap-x-8 border-l-2 border-line pl-4 sm:grid-cols-2">
          {options.map(({ value, label }) => (
            <li key={value} className="grid grid-cols-[auto_1fr] items-start gap-x-3 py-1">
              <input
                type="checkbox"
                id={`outcome-${value}`}
                name="outcomeCodes"
                value={value}
                defaultChecked={ticked.has(value)}
                className="tick"
              />
              <label htmlFor={`outcome-${value}`} className="py-0.5">
                {label}
              </label>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
