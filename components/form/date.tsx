"use client";

import { box, type FieldProps, Fieldset } from "./field";
import { useField } from "./state";

const parts = [
  { part: "day", label: "Day", width: "w-[6ch]", at: 2 },
  { part: "month", label: "Month", width: "w-[6ch]", at: 1 },
  { part: "year", label: "Year", width: "w-[9ch]", at: 0 },
] as const;

type DateProps = FieldProps & { /** An ISO day, `2027-06-03`. */ defaultValue?: string | null | undefined };

/** A day in three boxes, which everybody can type; `values` joins them into one ISO day under `name`. */
export function DateField({ name, label, hint = "For example, 3 6 2027.", optional, defaultValue }: DateProps) {
  const { error } = useField(name);
  const given = defaultValue?.slice(0, 10).split("-") ?? [];
  return (
    <Fieldset name={name} label={label} hint={hint} optional={optional}>
      <div className="flex flex-wrap gap-4">
        {parts.map(({ part, label: word, width, at }) => (
          <Part
            key={part}
            id={part === "day" ? name : `${name}-${part}`}
            name={`${name}.${part}`}
            label={word}
            width={width}
            given={given[at]?.replace(/^0+/, "")}
            wrong={error !== undefined}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type PartProps = { id: string; name: string; label: string; width: string; given: string | undefined; wrong: boolean };

function Part({ id, name, label, width, given, wrong }: PartProps) {
  const { text } = useField(name);
  return (
    <div className="grid gap-1">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        defaultValue={text ?? given}
        aria-invalid={wrong || undefined}
        className={`${box} ${width}`}
      />
    </div>
  );
}
