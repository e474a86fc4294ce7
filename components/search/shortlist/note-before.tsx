"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/state";
import { Notice } from "@/components/ui/message";
import { Moment } from "@/components/ui/value";

/** The note as this form last saw it, so that a colleague's newer note is shown and never overwritten unseen. */
export function NoteBefore({ before }: { before: string }) {
  const { state } = useContext(FormContext);
  const changed = state.refusal?.kind === "conflict" ? state.refusal.changed : undefined;
  return (
    <>
      <input type="hidden" name="before" value={changed?.values.Note ?? before} />
      {changed && (
        <Notice tone="wait" title={`What ${changed.by} wrote`}>
          <p className="whitespace-pre-line">{changed.values.Note || "They took the note away."}</p>
          <p>
            Saved on <Moment at={new Date(changed.at)} />. Yours is still below. Saving again puts yours in place of
            theirs.
          </p>
        </Notice>
      )}
    </>
  );
}
