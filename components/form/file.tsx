"use client";

import { Field, type FieldProps } from "./field";
import { describedBy, useField } from "./state";

/** A file to send. The browser never gives a file back, so say in the hint what was kept. */
export function FileField({ name, label, hint, optional, accept }: FieldProps & { accept?: string }) {
  const { error } = useField(name);
  return (
    <Field name={name} label={label} hint={hint} optional={optional}>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className="max-w-full py-1 file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border-2 file:border-field file:bg-wash file:px-4 file:text-ink"
      />
    </Field>
  );
}
