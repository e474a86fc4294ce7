"use client";

import { Fragment, type ReactNode } from "react";
import { box, Field, type FieldProps, Fieldset } from "./field";
import { describedBy, useField } from "./state";

export type Option = { value: string; label: ReactNode; hint?: ReactNode };
type SelectOption = { value: string; label: string; group?: string };

type SelectProps = FieldProps & {
  options: SelectOption[];
  defaultValue?: string | null | undefined;
  /** The first, empty choice. Without it the first option stands chosen. */
  empty?: string;
};

/** One of a long list. For seven or fewer use radios: they are read at a glance. */
export function Select({ name, label, hint, optional, options, defaultValue, empty }: SelectProps) {
  const { error, text } = useField(name);
  const chosen = text ?? defaultValue ?? undefined;
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      {/* React does not move a mounted select to a new default, so a new default is a new select. */}
      <select
        key={chosen}
        id={name}
        name={name}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={`${box} w-fit pr-8`}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) => {
          const inside = options.filter((option) => option.group === group).map(choice);
          return group ? (
            <optgroup key={group} label={group}>
              {inside}
            </optgroup>
          ) : (
            <Fragment key="">{inside}</Fragment>
          );
        })}
      </select>
    </Field>
  );
}

const choice = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
);

type RadioProps = FieldProps & {
  options: Option[];
  defaultValue?: string | null | undefined;
  /** Side by side, for short answers such as yes and no; more than three stand in columns. */
  inline?: boolean;
};

const beside = (many: number) =>
  many > 3 ? "grid grid-cols-2 gap-x-8 gap-y-1 sm:grid-cols-3" : "flex flex-wrap gap-x-8 gap-y-1";

/** One of a few. */
export function RadioGroup({ name, label, hint, optional, options, defaultValue, inline }: RadioProps) {
  const { text } = useField(name);
  return (
    <Fieldset name={name} label={label} hint={hint} optional={optional}>
      <div className={inline ? beside(options.length) : "grid gap-1"}>
        {options.map((option, at) => (
          <Tick
            key={option.value}
            type="radio"
            id={at === 0 ? name : `${name}-${option.value}`}
            name={name}
            option={option}
            checked={(text ?? defaultValue) === option.value}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type CheckboxGroupProps = FieldProps & {
  options: Option[];
  defaultValue?: readonly string[] | undefined;
  columns?: boolean;
};

/** Several of a few. Read it with `many(typed, name)`, because one tick is a text and two are a list. */
export function CheckboxGroup({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue = [],
  columns,
}: CheckboxGroupProps) {
  const { list, sent } = useField(name);
  const chosen = sent ? list : defaultValue;
  return (
    <Fieldset name={name} label={label} hint={hint} optional={optional}>
      <div className={columns ? "grid gap-x-8 gap-y-1 sm:grid-cols-2" : "grid gap-1"}>
        {options.map((option, at) => (
          <Tick
            key={option.value}
            type="checkbox"
            id={at === 0 ? name : `${name}-${option.value}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type CheckboxProps = Omit<FieldProps, "optional"> & { value?: string; defaultChecked?: boolean | undefined };

/** One thing to agree to. Sends `yes` unless told otherwise, and nothing when it is not ticked. */
export function Checkbox({ name, label, hint, value = "yes", defaultChecked = false }: CheckboxProps) {
  const { error, list, sent } = useField(name);
  return (
    <div
      data-field
      data-wrong={error ? true : undefined}
      className="data-wrong:border-l-4 data-wrong:border-refuse data-wrong:pl-4"
    >
      {error && (
        <p id={`${name}-error`} className="mb-1.5 font-semibold text-refuse">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <Tick
        type="checkbox"
        id={name}
        name={name}
        option={{ value, label, hint }}
        checked={sent ? list.includes(value) : defaultChecked}
        wrong={error ? `${name}-error` : undefined}
      />
    </div>
  );
}

type TickProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  wrong?: string | undefined;
};

function Tick({ type, id, name, option, checked, wrong }: TickProps) {
  const described = [option.hint && `${id}-is`, wrong].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3 py-1">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={described}
        aria-invalid={wrong ? true : undefined}
        className="tick"
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <div id={`${id}-is`} className="col-start-2 text-small text-muted">
          {option.hint}
        </div>
      )}
    </div>
  );
}
