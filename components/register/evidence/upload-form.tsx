"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormContext } from "@/components/form/state";
import type { FormState } from "@/lib/core/values/form";

/** A form with a file. It is sent as an ordinary form to a route of its own, and comes back with what was typed. */
export function UploadForm({ state, children }: { state: FormState; children: ReactNode }) {
  const [pending, setPending] = useState(false);

  // Somebody who comes back with the browser's own button finds the page as they left it: ready again.
  useEffect(() => {
    const ready = () => setPending(false);
    window.addEventListener("pageshow", ready);
    return () => window.removeEventListener("pageshow", ready);
  }, []);

  return (
    <FormContext value={{ state, pending }}>
      <form
        action="/evidence/upload"
        method="post"
        encType="multipart/form-data"
        noValidate
        aria-busy={pending || undefined}
        onSubmit={() => setPending(true)}
        className="grid max-w-measure grid-cols-1 gap-8"
      >
        <ErrorSummary refusal={state.refusal} />
        {children}
      </form>
    </FormContext>
  );
}
