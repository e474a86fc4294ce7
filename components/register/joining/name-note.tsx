"use client";

import { useField } from "@/components/form/state";
import { TextArea } from "@/components/form/text";
import { Notice } from "@/components/ui/message";

/** Asks why a name is not the public register's, once the two were found to differ or where a reason was given before. */
export function NameNote({ before }: { before?: string | null }) {
  const { text: asked } = useField("nameAsked");
  const { error, text } = useField("nameNote");
  if (!asked && !error && !text && !before) return null;
  return (
    <div className="grid gap-4">
      {asked && (
        <div role="alert">
          <Notice tone="wait" title="The two names are not the same">
            <p>{asked}.</p>
            <p>
              This is common: a new name, or one that everybody uses. Capitals, “Ltd” and “The” do not matter. Only
              stewards read your reason.
            </p>
          </Notice>
        </div>
      )}
      <TextArea
        name="nameNote"
        label="Why is your name another?"
        rows={3}
        optional={!asked}
        defaultValue={before ?? undefined}
      />
    </div>
  );
}
