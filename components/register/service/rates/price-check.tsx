"use client";

import { useField } from "@/components/form/state";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";

/** What new prices would change, once they were checked, with the button that publishes exactly those. */
export function PriceCheck({ cancel, isPublic }: { cancel: string; isPublic: boolean }) {
  const { list: said } = useField("said");
  const { text: mark } = useField("mark");
  const checked = mark && said.length > 0;
  return (
    <>
      {checked && (
        <>
          <input type="hidden" name="mark" value={mark} />
          <Notice tone="note" title="What this changes">
            <Bullets items={said} />
            {isPublic && (
              <p className="mt-3">
                Whoever bought before keeps the price they bought at. Once these prices have begun they cannot be taken
                back, only replaced.
              </p>
            )}
          </Notice>
        </>
      )}
      <Buttons>
        {checked && <Submit value="publish">{isPublic ? "Publish these prices" : "Save these prices"}</Submit>}
        <Submit kind={checked ? "secondary" : "primary"} value="check">
          {checked ? "Check again" : "Check what changes"}
        </Submit>
        <TextLink href={cancel}>Cancel</TextLink>
      </Buttons>
    </>
  );
}
