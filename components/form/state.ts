"use client";

import { createContext, useContext } from "react";
import type { Refusal } from "@/lib/core/door/result";
import { type FormState, untouched } from "@/lib/core/values/form";

/** What the form around a field knows. Outside a `Form` (a filter, say) nothing was refused and defaults are shown. */
export const FormContext = createContext<{ state: FormState; pending: boolean }>({ state: untouched, pending: false });

/** A field's own part of it: its first message, what was typed, and whether this form has been sent before. */
export function useField(name: string) {
  const { state } = useContext(FormContext);
  const { refusal, values } = state;
  const typed = values[name];
  return {
    error: messages(refusal)[name]?.[0],
    text: Array.isArray(typed) ? typed[0] : typed,
    list: typed === undefined ? [] : [typed].flat(),
    sent: Object.keys(values).length > 0,
  };
}

/** The ids that describe a field, for `aria-describedby`. */
export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
}

/** A refusal's messages by field; a refusal that is about no field has none. */
export function messages(refusal: Refusal | undefined): Record<string, string[] | undefined> {
  return (refusal && "fields" in refusal && refusal.fields) || {};
}
