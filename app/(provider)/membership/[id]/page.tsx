import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Representations } from "@/components/register/steward/representations";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Timeline } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { mayRepresent, nextSteps } from "@/lib/register/membership/policy";
import { findOwnMembership, listMemberEvents } from "@/lib/register/membership/queries";
import { eventDone, eventWords, ownWords, stateWords } from "@/lib/register/membership/words";
import { represent } from "../actions";

export const metadata: Metadata = { title: "Your membership of a part" };

export default async function OwnMembershipPage({ params }: PageProps<"/membership/[id]">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const membership = (await findOwnMembership(actor, id)) ?? notFound();
  const events = await listMemberEvents(actor, id);
  const { state, part, reason, endsOn, representations } = membership;
  const said = representations.filter(({ madeAt }) => state !== "removalProposed" || madeAt >= membership.changedAt);
  const band = part.register.bands.find(({ number }) => number === membership.band);
  const steps = nextSteps(actor, { ...membership, mustGo: false, isReviewDue: false });
  const isOver = state === "removed" || state === "left";

  return (
    <>
      <BackLink href="/membership">Your membership</BackLink>
      <PageHeader
        title={part.title}
        caption={`Part ${part.number}`}
        lead={<p>{ownWords[state]}</p>}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
        action={isOver && <ButtonLink href="/apply">Apply again</ButtonLink>}
      />
      {state !== "active" && state !== "left" && reason && (
        <Notice tone={stateWords[state].tone} title="Why">
          <p className="break-words whitespace-pre-line">{reason}</p>
          {endsOn && (
            <p>
              {state === "removalProposed" ? "Last day to answer: " : "Until "}
              <Day on={endsOn.toISOString()} />
            </p>
          )}
        </Notice>
      )}
      <Columns
        aside={
          <>
            <Facts
              facts={[
                { label: "Member since", value: <Day on={membership.since} /> },
                ...(isOver ? [] : [{ label: "Next review", value: <Day on={membership.reviewDueOn.toISOString()} /> }]),
                ...(band ? [{ label: "For work worth", value: band.title }] : []),
                {
                  label: "Services",
                  value: <TextLink href="/services">{count(membership.services.length, "service")}</TextLink>,
                },
              ]}
            />
            {steps.includes("leave") && (
              <p>
                <TextLink href={`/membership/${id}/leave`}>{eventWords.leave.act}</TextLink>
              </p>
            )}
          </>
        }
      >
        {(state === "removalProposed" || said.length > 0) && (
          <Section
            title="Your side"
            id="answer"
            lead={
              state === "removalProposed" &&
              "Nothing is decided until we have read what you say. Say what is not right, and what you have put right."
            }
          >
            <Representations said={said} empty="You have not answered yet." />
            {state === "removalProposed" && mayRepresent(actor, membership) && (
              <div className="mt-8">
                <Form action={represent} idempotencyKey={newId()} label="Answer the proposal">
                  <HiddenFields values={{ membershipId: id }} />
                  <TextArea
                    name="text"
                    label="Your answer"
                    hint="The stewards read this. It cannot be changed."
                    rows={8}
                  />
                  <Checkbox
                    name="isLast"
                    label="This is all that we want to say"
                    hint="Then we can decide before the last day. Leave it empty if you may want to add something."
                  />
                  <Buttons>
                    <Submit>Send your answer</Submit>
                  </Buttons>
                </Form>
              </div>
            )}
            {state === "removalProposed" && !mayRepresent(actor, membership) && (
              <p className="mt-4 text-muted">A signatory of your organisation sends the answer.</p>
            )}
          </Section>
        )}
        <Section title="What has happened" id="history">
          <Timeline
            label="History of this membership"
            entries={events.map((event) => ({
              id: event.id,
              what: eventDone(event.event),
              when: <Moment at={event.at} />,
            }))}
          />
        </Section>
      </Columns>
    </>
  );
}
