"use client";

import { useContext } from "react";
import { Notice } from "@/components/ui/message";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { FormContext } from "./state";

type Props = { /** What the command calls it: "version", "edit". */ name: string; version: number };

/** Carries which version a form was filled from. When a colleague saved since, it shows theirs, and the next press replaces it. */
export function Versioned({ name, version }: Props) {
  const { state } = useContext(FormContext);
  const changed = state.refusal?.kind === "conflict" ? state.refusal.changed : undefined;
  const typed = state.values[name];
  const now = changed?.version ?? (typeof typed === "string" ? typed : version);
  return (
    <>
      <input key={now} type="hidden" name={name} defaultValue={now} />
      {changed && (
        <Notice tone="wait" title={`What ${changed.by} saved`}>
          <p>
            Saved on <Moment at={new Date(changed.at)} />. Your own answers are still below. Press the button again to
            put yours in the place of these.
          </p>
          <SummaryList
            rows={Object.entries(changed.values).map(([label, value]) => ({ label, value: value || "Nothing" }))}
          />
        </Notice>
      )}
    </>
  );
}
