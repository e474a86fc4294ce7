"use client";

import { HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { CheckPage } from "@/components/ui/message";
import type { PartDecision } from "@/lib/core/prisma/enums";
import type { DecideProps } from "./decide-form";
import { DecidedParts, effects } from "./decided-parts";

/** What a decision will do, before it is made or proposed; what was typed goes along unseen. */
export function DecideCheck({
  organisation,
  reference,
  parts,
  needsSecond,
  text,
}: DecideProps & { text: (name: string) => string }) {
  const decided = parts.map((part, at) => ({
    ...part,
    decision: decisionIn(text(`parts.${at}.decision`)),
    codes: text(`parts.${at}.codes`),
    reasons: text(`parts.${at}.reasons`),
  }));

  return (
    <CheckPage
      title={needsSecond ? "Check your proposal" : "Check your decision"}
      caption={`Application ${reference}`}
      happens={
        needsSecond
          ? [
              "A second assessor looks at it, and agrees or sends it back with a reason.",
              "Nothing changes before then.",
            ]
          : effects(organisation, decided)
      }
      toWhom={[
        needsSecond
          ? "The other assessors. The organisation is not told yet."
          : `The people of ${organisation}, with your reasons.`,
      ]}
      cannotBeUndone={
        needsSecond
          ? []
          : ["The decision stays in the record. A member can be removed later, but only as the law allows."]
      }
    >
      <div className="grid gap-8">
        <DecidedParts parts={decided.map((part) => ({ ...part, codes: part.codes.split(",").filter(Boolean) }))} />
        <HiddenFields
          values={{
            stage: "check",
            ...Object.fromEntries(
              decided.flatMap(({ partId, decision, codes, reasons }, at) => [
                [`parts.${at}.partId`, partId],
                [`parts.${at}.decision`, decision],
                [`parts.${at}.codes`, codes],
                [`parts.${at}.reasons`, reasons],
              ]),
            ),
          }}
        />
        <Buttons>
          <Submit value={needsSecond ? "propose" : "decide"}>
            {needsSecond ? "Propose this decision" : "Make this decision"}
          </Submit>
          <Submit kind="secondary" value="change">
            Change it
          </Submit>
        </Buttons>
      </div>
    </CheckPage>
  );
}

const decisionIn = (typed: string): PartDecision => (typed === "admitted" ? "admitted" : "refused");
