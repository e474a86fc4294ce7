import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { EvidenceLines } from "@/components/register/evidence/lines";
import { TextLink } from "@/components/ui/button";
import { BackLink, Columns, Details, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { reference } from "@/lib/reference/queries";
import { findDossier } from "@/lib/register/application/decision/queries";
import { findingWords } from "@/lib/register/application/decision/words";
import { mayFind, nextSteps } from "@/lib/register/application/policy";
import { conditionKindWords } from "@/lib/register/application/words";
import { listPinnedEvidence } from "@/lib/register/evidence/queries/files";
import { requireReader } from "../../../../reader";
import { find } from "./actions";

export const metadata: Metadata = { title: "A condition" };

export default async function ConditionPage({ params }: PageProps<"/steward/applications/[id]/conditions/[number]">) {
  const { id, number } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  const condition = application.conditions.find((one) => String(one.number) === number) ?? notFound();
  const { answer, finding } = condition;
  const { rules } = await reference();
  const rule = rules.find(condition.ruleCode);
  const open = application.state === "inReview" || application.state === "clarifying";
  const at = application.conditions.indexOf(condition);
  // Numbers can be left out: only what is asked for the parts and the value is here.
  const next = application.conditions[at + 1]?.number;
  const last = next === undefined;
  const { label, tone } = findingWords[finding === null ? "none" : finding.met ? "met" : "unmet"];

  return (
    <>
      <BackLink href={`/steward/applications/${id}#conditions`}>{application.organisation.name}</BackLink>
      <PageHeader
        title={condition.title}
        caption={`Condition ${condition.number}, ${at + 1} of ${application.conditions.length}: ${conditionKindWords[condition.kind].label.toLowerCase()}`}
        lead={condition.text}
        aside={<Tag tone={tone}>{label}</Tag>}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Why it is asked", value: condition.justification },
              ...(rule ? [{ label: rule.source, value: rule.name }] : []),
              { label: "Something equal", value: "Accept any standard or document that is equal." },
            ]}
          />
        }
      >
        <Section title="What the organisation says" id="answer">
          {answer ? (
            <div className="grid max-w-measure gap-3 border-l-4 border-act pl-5">
              <p className="font-semibold">{answer.met ? "Yes" : "No, or not yet"}</p>
              <p className="break-words whitespace-pre-line">{answer.text}</p>
              {answer.expiresOn && (
                <p className="text-small text-muted">
                  In date until <Day on={answer.expiresOn.toISOString()} />
                </p>
              )}
            </div>
          ) : (
            <p className="text-muted">It was not answered.</p>
          )}
          <EvidenceLines files={(await listPinnedEvidence(actor, id)).get(condition.id) ?? []} />
          {nextSteps(actor, application).includes("ask") && (
            <p className="mt-4">
              <TextLink href={`/steward/applications/${id}/ask?about=condition:${condition.id}`}>
                Ask about this answer
              </TextLink>
            </p>
          )}
        </Section>
        <Section title="What you found" id="finding">
          {open && mayFind(actor, application) ? (
            <Form action={find}>
              <HiddenFields values={{ applicationId: id, conditionId: condition.id, next }} />
              <RadioGroup
                name="met"
                label="Is the condition met?"
                defaultValue={finding && (finding.met ? "yes" : "no")}
                options={[
                  { value: "yes", label: "Yes, it is met" },
                  { value: "no", label: "No, it is not met", hint: "Say in the note what is missing." },
                ]}
              />
              <TextArea
                name="note"
                label="Note"
                hint="The organisation reads this only as a part of your reasons."
                defaultValue={finding?.note}
                optional
              />
              <Buttons>
                <Submit>{last ? "Save" : "Save and go to the next"}</Submit>
                <Submit kind="secondary" value="back">
                  Save and go back
                </Submit>
              </Buttons>
            </Form>
          ) : (
            <p>{finding ? finding.note || "No note was written." : "There is no finding yet."}</p>
          )}
        </Section>
        {!open && (
          <Details summary="Why can I not change this?">
            A finding is written by whoever has the application, while it is in review.
          </Details>
        )}
      </Columns>
    </>
  );
}
