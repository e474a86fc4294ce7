"use client";

import { type ReactNode, useContext } from "react";
import { type ButtonKind, buttonLook } from "@/components/ui/look";
import { FormContext } from "./state";

type Props = {
  children: ReactNode;
  kind?: ButtonKind;
  /** For a form with several buttons: sent as `name` (by default `intent`). */
  value?: string | undefined;
  name?: string;
};

/** A button that sends its form. A second press while the first is on its way does nothing. */
export function Submit({ children, kind = "primary", value, name = "intent" }: Props) {
  const { pending } = useContext(FormContext);
  return (
    <button
      type="submit"
      name={value === undefined ? undefined : name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
      className={buttonLook(kind)}
    >
      {children}
    </button>
  );
}

/** The form's buttons in a row, the most likely first. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>;
}
