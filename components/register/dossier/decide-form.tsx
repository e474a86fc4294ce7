"use client";

import { useContext } from "react";
import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { HiddenFields } from "@/components/form/form";
import { FormContext } from "@/components/form/state";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { CheckPage, Notice } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import type { PartDecision } from "@/lib/core/prisma/enums";
import type { Offer } from "@/lib/register/application/decision/rules";
import { offerWords, outcomeWords, usualReasons } from "@/lib/register/application/decision/words";
import { decisionWords } from "@/lib/register/application/words";

type Part = { partId: string; title: string; services: number };
type Props = { organisation: string; reference: string; offer: Offer; parts: Part[] };

/** Two steps of one form: choosing, then checking what will happen. Inside a `Form`, whose action says which step is next. */
export function DecideForm(props: Props) {
  const { state } = useContext(FormContext);
  const text = (name: string) => String(state.values[name] ?? "");
  return text("stage") === "check" && !state.refusal ? <Check {...props} text={text} /> : <Choose {...props} />;
}

function Choose({ organisation, reference, offer, parts }: Props) {
  const { title, body, source } = offerWords[offer.kind];
  const [only] = offer.outcomes.length === 1 ? offer.outcomes : [];
  return (
    <>
      <div>
        <PageHeader title={`Decide on ${organisation}`} caption={`Application ${reference}`} />
        <Notice tone={offer.kind === "mustAdmit" ? "good" : "wait"} title={title}>
          <p>{body}</p>
          {offer.kind === "conditions" && <p>Not met: {offer.unmet.join(", ")}.</p>}
          {offer.kind === "grounds" && <p>It applies: {offer.grounds.join(", ")}.</p>}
          <p className="text-small">{source}</p>
        </Notice>
      </div>
      {parts.map(({ partId, title }, at) => (
        <Fieldset key={partId} label={<span className="text-large font-bold">{title}</span>}>
          <div className="grid gap-6">
            <HiddenFields values={{ [`parts.${at}.partId`]: partId }} />
            <RadioGroup
              name={`parts.${at}.decision`}
              label="Decision"
              defaultValue={only}
              options={offer.outcomes.map((outcome) => ({ value: outcome, ...outcomeWords[outcome] }))}
            />
            <TextArea
              name={`parts.${at}.reasons`}
              label="Reasons"
              hint="The organisation reads these."
              defaultValue={offer.kind === "mustAdmit" ? usualReasons : undefined}
              rows={4}
            />
          </div>
        </Fieldset>
      ))}
      <Buttons>
        <Submit value="check">Continue</Submit>
      </Buttons>
    </>
  );
}

function Check({ organisation, reference, parts, text }: Props & { text: (name: string) => string }) {
  const decided = parts.map((part, at) => ({
    ...part,
    decision: decisionIn(text(`parts.${at}.decision`)),
    reasons: text(`parts.${at}.reasons`),
  }));
  const published = decided
    .filter(({ decision }) => decision === "admitted")
    .reduce((total, { services }) => total + services, 0);
  const admitted = decided.some(({ decision }) => decision === "admitted");
  const refused = decided.some(({ decision }) => decision === "refused");
  const happens = [
    admitted && `${organisation} becomes a member of each part admitted, at once. Anybody can see it on the register.`,
    published > 0 &&
      `${published === 1 ? "One service is" : `${published} services are`} published, and buyers can find ${published === 1 ? "it" : "them"}.`,
    refused && "Services in each part refused go back to the organisation to be changed.",
  ].filter((line) => typeof line === "string");

  return (
    <CheckPage
      title="Check your decision"
      caption={`Application ${reference}`}
      happens={happens}
      toWhom={[`The people of ${organisation}, with your reasons.`]}
      cannotBeUndone={["The decision stays in the record. A member can be removed later, but only as the law allows."]}
    >
      <div className="grid gap-8">
        <SummaryList
          rows={decided.map(({ title, decision, reasons }) => ({
            label: title,
            value: (
              <>
                <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag>
                <span className="mt-1 block whitespace-pre-line">{reasons}</span>
              </>
            ),
          }))}
        />
        <HiddenFields
          values={{
            stage: "check",
            ...Object.fromEntries(
              decided.flatMap(({ partId, decision, reasons }, at) => [
                [`parts.${at}.partId`, partId],
                [`parts.${at}.decision`, decision],
                [`parts.${at}.reasons`, reasons],
              ]),
            ),
          }}
        />
        <Buttons>
          <Submit value="decide">Make this decision</Submit>
          <Submit kind="secondary" value="change">
            Change it
          </Submit>
        </Buttons>
      </div>
    </CheckPage>
  );
}

const decisionIn = (typed: string): PartDecision => (typed === "admitted" ? "admitted" : "refused");
