"use client";

import { useContext } from "react";
import { CheckboxGroup, RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { HiddenFields } from "@/components/form/form";
import { FormContext } from "@/components/form/state";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Notice } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import type { PartDecision } from "@/lib/core/prisma/enums";
import { reasonsFor, reasonWords } from "@/lib/register/application/decision/reason-words";
import type { Offer } from "@/lib/register/application/decision/rules";
import { offerWords, outcomeWords } from "@/lib/register/application/decision/words";
import { DecideCheck } from "./decide-check";

/** A part to decide: what is open for it, how many services wait in it, and what was proposed before, if anything. */
export type PartToDecide = {
  partId: string;
  title: string;
  services: number;
  offer: Offer;
  before: { decision: PartDecision | null; codes: string[]; reasons: string | null };
};
export type DecideProps = {
  organisation: string;
  reference: string;
  parts: PartToDecide[] /** Whether a second assessor has to agree. */;
  needsSecond: boolean;
};

/** Two steps of one form: choosing, then checking what will happen. Inside a `Form`, whose action says which step is next. */
export function DecideForm(props: DecideProps) {
  const { state } = useContext(FormContext);
  const text = (name: string) => [state.values[name] ?? ""].flat().join(",");
  return text("stage") === "check" && !state.refusal ? <DecideCheck {...props} text={text} /> : <Choose {...props} />;
}

function Choose({ organisation, reference, parts, needsSecond }: DecideProps) {
  return (
    <>
      <div>
        <PageHeader title={`Decide on ${organisation}`} caption={`Application ${reference}`} />
        {needsSecond && (
          <Notice tone="note" title="A second assessor has to agree">
            <p>The value that it asks for is high. What you decide here is a proposal until a colleague agrees.</p>
          </Notice>
        )}
      </div>
      {parts.map((part, at) => (
        <ChoosePart key={part.partId} {...part} at={at} />
      ))}
      <Buttons>
        <Submit value="check">Continue</Submit>
        <Submit kind="secondary" value="fill">
          Write out the chosen reasons
        </Submit>
      </Buttons>
    </>
  );
}

function ChoosePart({ partId, title, offer, before, at }: PartToDecide & { at: number }) {
  const words = offerWords[offer.kind];
  const [only] = offer.outcomes.length === 1 ? offer.outcomes : [];
  const usual = offer.kind === "mustAdmit" ? ["conditionsMet"] : offer.kind === "debarred" ? ["debarred"] : [];
  return (
    <Fieldset label={<span className="text-large font-bold">{title}</span>}>
      <div className="grid gap-6">
        <Notice tone={offer.kind === "mustAdmit" ? "good" : "wait"} title={words.title}>
          <p>{words.body}</p>
          {offer.kind === "conditions" && <p>Not met: {offer.unmet.join(", ")}.</p>}
          {offer.kind === "grounds" && <p>It applies: {offer.grounds.join(", ")}.</p>}
          <p className="text-small">{words.source}</p>
        </Notice>
        <HiddenFields values={{ [`parts.${at}.partId`]: partId }} />
        <RadioGroup
          name={`parts.${at}.decision`}
          label="Decision"
          defaultValue={before.decision ?? only}
          options={offer.outcomes.map((outcome) => ({ value: outcome, ...outcomeWords[outcome] }))}
        />
        {offer.outcomes.length > 0 && (
          <CheckboxGroup
            name={`parts.${at}.codes`}
            label="Reasons from the library"
            hint="They are counted, so that the statistics say why. Choose what fits the decision."
            defaultValue={before.codes.length > 0 ? before.codes : usual}
            options={offer.outcomes.flatMap((outcome) =>
              reasonsFor(outcome).map((code) => ({
                value: code,
                label:
                  offer.outcomes.length > 1
                    ? `${outcomeWords[outcome].label}: ${reasonWords[code].label.toLowerCase()}`
                    : reasonWords[code].label,
              })),
            )}
          />
        )}
        <TextArea
          name={`parts.${at}.reasons`}
          label="Reasons in words"
          hint="The organisation reads these. Leave it empty to use the usual words of the reasons you chose."
          defaultValue={before.reasons ?? undefined}
          optional
          rows={5}
        />
      </div>
    </Fieldset>
  );
}
