import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { nextSteps as nextAnswers } from "@/lib/calloff/decide/challenge/policy";
import { listChallengers, listChallenges } from "@/lib/calloff/decide/challenge/queries";
import { stateWords } from "@/lib/calloff/decide/challenge/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireFile } from "../file";
import { record } from "./actions";

export const metadata: Metadata = { title: "Challenges" };

export default async function ChallengesPage({ params }: PageProps<"/call-offs/[id]/challenges">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!callOff.notifiedAt) notFound();
  const [challenges, challengers] = await Promise.all([listChallenges(actor, id), listChallengers(actor, id)]);
  const known = callOff.state === "notified" || callOff.state === "standstill";
  const steps = nextSteps(actor, callOff);
  const open = challenges.some(({ state }) => state === "open");
  const upheld = known && challenges.some(({ state }) => state === "upheld");

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Challenges"
        caption={`Call-off ${callOff.reference}`}
        lead="Objections to the award. While one is open, nothing is concluded."
      />
      {upheld && (
        <Notice tone="bad" title="A challenge was upheld">
          <p>This award cannot be concluded. Reconsider it, or cancel the call-off.</p>
          {steps.includes("reconsider") && (
            <p>
              <TextLink href={`/call-offs/${id}/award/reconsider`}>Reconsider the award</TextLink> or{" "}
              <TextLink href={`/call-offs/${id}/cancel`}>cancel the call-off</TextLink>.
            </p>
          )}
        </Notice>
      )}
      {challenges.length === 0 && <EmptyState title="No challenge">Nobody has objected to this award.</EmptyState>}
      {challenges.map((challenge) => (
        <Section
          key={challenge.id}
          title={challenge.organisation.name}
          action={
            nextAnswers(actor, challenge).length > 0 && (
              <ButtonLink href={`/call-offs/${id}/challenges/${challenge.id}`}>Answer this challenge</ButtonLink>
            )
          }
        >
          <SummaryList
            rows={[
              {
                label: "Standing",
                value: <Tag tone={stateWords[challenge.state].tone}>{stateWords[challenge.state].label}</Tag>,
                note: stateWords[challenge.state].meaning,
              },
              { label: "Recorded", value: <Moment at={challenge.receivedAt} /> },
              { label: "What they object to", value: challenge.grounds },
              ...(challenge.outcome ? [{ label: "Outcome", value: challenge.outcome }] : []),
            ]}
          />
        </Section>
      ))}
      {known && challengers.length > 0 && (
        <Section
          title="Record a challenge"
          id="record"
          lead="From now on nothing can be concluded until you have answered it. Whoever objects is told that it is on record."
        >
          <Form action={record} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            <Select
              name="organisationId"
              label="Who objects?"
              empty="Choose one"
              options={challengers.map(({ id: value, name: label }) => ({ value, label }))}
            />
            <TextArea
              name="grounds"
              label="What do they object to?"
              hint="In their words, as far as you can."
              rows={6}
            />
            <Buttons>
              <Submit kind={open ? "secondary" : "primary"}>Record this challenge</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}
