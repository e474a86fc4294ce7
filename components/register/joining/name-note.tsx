"use client";

import { useField } from "@/components/form/state";
import { TextArea } from "@/components/form/text";
import { Notice } from "@/components/ui/message";

/** Asks why a name is not the public register's, once the two were found to differ or where a reason was given before. */
export function NameNote({ before }: { before?: string | null }) {
  const { error, text } = useField("nameNote");
  if (!error && !text && !before) return null;
  return (
    <div className="grid gap-4">
      {error && (
        <Notice tone="wait" title="The two names are not the same">
          <p>
            This is common: a new name, or one that everybody uses. Say why in a sentence. Capitals, “Ltd” and “The” do
            not matter. Only stewards read this.
          </p>
        </Notice>
      )}
      <TextArea
        name="nameNote"
        label="Why is your name another?"
        rows={3}
        optional
        defaultValue={before ?? undefined}
      />
    </div>
  );
}
