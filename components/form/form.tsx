"use client";

import { type ReactNode, useActionState } from "react";
import { type FormAction, untouched } from "@/lib/core/values/form";
import { ErrorSummary } from "./error-summary";
import { SignedOut, useStillHere } from "./signed-out";
import { FormContext } from "./state";

type Props = {
  action: FormAction;
  children: ReactNode;
  /** Sent as `key`: the same press twice is one act. */
  idempotencyKey?: string;
  /** Named when a page has more than one form. */
  label?: string;
};

/** The one way to send something: posts to a server action, comes back with what was typed, and works with JavaScript off. */
export function Form({ action, children, idempotencyKey, label }: Props) {
  const [state, submit, pending] = useActionState(action, untouched);
  const { gone, onSubmit } = useStillHere();

  return (
    <FormContext value={{ state, pending }}>
      <form
        action={submit}
        onSubmit={onSubmit}
        noValidate
        aria-label={label}
        aria-busy={pending || undefined}
        className="grid max-w-measure grid-cols-1 gap-8"
      >
        {/* Enter presses the first submit button of a form; without this one it could press "Remove" on the first row. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          Continue
        </button>
        {gone ? <SignedOut /> : <ErrorSummary refusal={state.refusal} />}
        {idempotencyKey && <input type="hidden" name="key" value={idempotencyKey} />}
        {children}
      </form>
    </FormContext>
  );
}

/** What the form must carry and nobody types. */
export function HiddenFields({ values }: { values: Record<string, string | number | undefined> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value ?? ""} />
  ));
}
