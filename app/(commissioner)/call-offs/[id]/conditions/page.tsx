import type { Metadata } from "next";
import { ConditionRows } from "@/components/calloff/criteria/condition-rows";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { conditionWarnings } from "@/lib/calloff/before/criteria/rules";
import { aboutWords, conditionWords } from "@/lib/calloff/before/criteria/words";
import { lawFor } from "@/lib/calloff/record/queries/ready";
import { londonDay } from "@/lib/core/values/moment";
import { requireFile } from "../file";
import { save } from "./actions";

export const metadata: Metadata = { title: "Conditions" };

export default async function ConditionsPage({ params }: PageProps<"/call-offs/[id]/conditions">) {
  const { id } = await params;
  const { actor, callOff, editable } = await requireFile(id);
  const law = await lawFor(actor, callOff, { on: londonDay(new Date()) });
  const warnings = conditionWarnings(callOff.conditions, law);
  const supplier = !law.procurement || law.above;
  const head = (lead?: string) => (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader title="Conditions" caption={`Call-off ${callOff.reference}`} lead={lead} />
    </>
  );
  if (!editable)
    return (
      <>
        {head()}
        {callOff.conditions.length === 0 ? (
          <EmptyState title="There are no conditions">Whatever meets the specification is scored.</EmptyState>
        ) : (
          callOff.conditions.map(({ id: key, about, title, text, why }) => (
            <SummaryList
              key={key}
              title={title}
              rows={[
                { label: "About", value: aboutWords[about].label },
                { label: "What must be promised or shown", value: text },
                { label: "Why it is asked", value: why },
              ]}
            />
          ))
        )}
      </>
    );

  return (
    <>
      {head("What a tender must promise or show to be considered at all. You may have none, and fewer is better.")}
      {warnings.length > 0 && (
        <Notice tone="wait" title="Think again about these">
          <Bullets items={warnings} />
        </Notice>
      )}
      {!supplier && <p className="mb-8 max-w-measure">{conditionWords.notBelow(law.thresholdPence)}.</p>}
      <Form action={save}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={callOff.version} />
        <ConditionRows
          supplier={supplier || callOff.conditions.some(({ about }) => about === "supplier")}
          items={callOff.conditions.map(({ about, title, text, why }) => ({ about, title, text, why }))}
        />
        <Buttons>
          <Submit>Save the conditions</Submit>
          <TextLink href={`/call-offs/${id}`}>Go back without saving</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
