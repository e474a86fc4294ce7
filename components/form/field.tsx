"use client";

import type { ReactNode } from "react";
import { describedBy, useField } from "./state";

/** What every field takes. `name` is also its id, so that the error summary can link to it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** Added in muted text after the label. Required is the rule, so only the exception is said. */
  optional?: boolean | undefined;
};

/** The look of anything that is typed into. */
export const box =
  "min-h-11 max-w-full rounded-sm border-2 border-field bg-paper px-3 py-1.5 text-ink aria-invalid:border-refuse";

const marked = "grid min-w-0 grid-cols-1 gap-1.5 data-wrong:border-l-4 data-wrong:border-refuse data-wrong:pl-4";

/** One field: label, hint, message, box. */
export function Field({ name, label, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const { error } = useField(name);
  return (
    <div data-field data-wrong={error ? true : undefined} className={marked}>
      <label htmlFor={name} className="font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <Hint name={name}>{hint}</Hint>
      <Wrong name={name}>{error}</Wrong>
      {children}
    </div>
  );
}

type GroupProps = Omit<FieldProps, "name"> & { name?: string | undefined; children: ReactNode };

/** One question with several boxes: the question is the legend. Without a name it only groups fields. */
export function Fieldset({ name = "", label, hint, optional, children }: GroupProps) {
  const { error } = useField(name);
  return (
    <div data-field data-wrong={error ? true : undefined} className={marked}>
      <fieldset
        aria-describedby={name ? describedBy(name, hint, error) : undefined}
        className="grid grid-cols-1 gap-1.5"
      >
        <legend className="mb-1.5 p-0 font-semibold">
          {label}
          {optional && <Optional />}
        </legend>
        <Hint name={name}>{hint}</Hint>
        <Wrong name={name}>{error}</Wrong>
        {children}
      </fieldset>
    </div>
  );
}

function Optional() {
  return <span className="font-normal text-muted"> (optional)</span>;
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={name ? `${name}-hint` : undefined} className="-mt-1 text-muted">
      {children}
    </div>
  );
}

/** A field's message. */
export function Wrong({ name, children }: { name: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={`${name}-error`} className="font-semibold text-refuse">
      <span className="sr-only">Error: </span>
      {children}
    </p>
  );
}
