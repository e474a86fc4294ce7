"use client";

import { useState } from "react";
import { whole } from "@/lib/core/values/format";
import type { Choice, Field } from "@/lib/search/finding/filters";
import { formWords } from "@/lib/search/finding/words";

/** Longer than this, the choices of a field are folded. */
const LONG = 14;

/** One field of the filters. The look of each is in app/look/find.css, so that a choice is three short elements. */
export function FilterField({ field }: { field: Field }) {
  switch (field.kind) {
    case "ticks":
      return <Ticks {...field} />;
    case "select":
      return (
        <p>
          <label htmlFor={field.name}>{field.label}</label>
          {/* React does not move a mounted select to a new default, so a new default is a new select. */}
          <select key={field.chosen} id={field.name} name={field.name} defaultValue={field.chosen}>
            <option value="">{field.empty}</option>
            {field.options.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </p>
      );
    case "text":
      return (
        <p className="short">
          <label htmlFor={field.name}>{field.label}</label>
          {field.before}
          <input type="text" id={field.name} name={field.name} inputMode="decimal" defaultValue={field.value} />
          {field.after}
        </p>
      );
  }
}

type TicksProps = Extract<Field, { kind: "ticks" }>;

function Ticks({ name, label, one, choices, chosen }: TicksProps) {
  const isLong = choices.length > LONG;
  // What somebody unfolded, or what was chosen in, stays open: a field must not close under a hand.
  const [open, setOpen] = useState(chosen.length > 0);
  if (chosen.length > 0 && !open) setOpen(true);
  const drawn = choices.map((choice) => (
    <Tick key={choice[0]} name={name} one={one} choice={choice} chosen={chosen.includes(choice[0])} />
  ));
  return (
    <fieldset>
      <legend>{label}</legend>
      {one && <Tick name={name} one choice={["", formWords.any, null]} chosen={chosen.length === 0} />}
      {isLong ? (
        <details open={open}>
          <summary>{formWords.choose(choices.length)}</summary>
          {drawn}
        </details>
      ) : (
        drawn
      )}
    </fieldset>
  );
}

type TickProps = {
  name: string;
  one: boolean;
  choice: Choice | readonly [value: "", label: string, count: null];
  chosen: boolean;
};

function Tick({ name, one, choice: [value, label, count], chosen }: TickProps) {
  return (
    <label>
      <input type={one ? "radio" : "checkbox"} name={name} value={value} defaultChecked={chosen} className="tick" />
      {label} {count !== null && <small>{whole(count)}</small>}
    </label>
  );
}
