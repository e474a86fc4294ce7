"use client";

import { useContext } from "react";
import { FormContext, messages, useField } from "@/components/form/state";
import { Buttons, Submit } from "@/components/form/submit";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";

/** What the ticks and the list come to, once somebody has asked; and each line that could not be read. */
export function PlaceReading({ name }: { name: string }) {
  const { state } = useContext(FormContext);
  const { list: folded } = useField("folded");
  const { list: read } = useField("read");
  const { list: lost } = useField("lost");
  const said = messages(state.refusal)[name] ?? [];
  const unread = said.length > 1 ? said.slice(1) : lost;
  return (
    <>
      {unread.length > 0 && (
        <Notice tone="bad" title="What could not be read">
          <Bullets items={unread} />
        </Notice>
      )}
      {(read.length > 0 || folded.length > 0) && (
        <Notice title="What you have chosen comes to">
          <Bullets items={folded} />
          {read.length > 0 && (
            <div className="mt-4">
              <p className="font-semibold">What you typed stands for</p>
              <Bullets items={read} />
            </div>
          )}
          <p className="mt-3">A place inside another that you chose is covered by it, so it is left out.</p>
        </Notice>
      )}
      <Buttons>
        <Submit kind="secondary" value="look">
          Show what this comes to
        </Submit>
      </Buttons>
    </>
  );
}
