import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { answersRequests, nextSteps } from "@/lib/register/joining/policy";
import { findRequest } from "@/lib/register/joining/queries";
import { eventWords, stateWords } from "@/lib/register/joining/words";
import { approve, refuse } from "../../actions";

export const metadata = { title: "A request to join" };

export default async function RequestPage({ params }: PageProps<"/organisation/requests/[id]">) {
  const actor = await requireMember("provider");
  const { id } = await params;
  const request = (await findRequest(actor, id)) ?? notFound();
  if (!answersRequests(actor) || request.organisationId !== actor.organisationId) notFound();
  const steps = nextSteps(actor, request);
  const { user, state, message, askedAt, answeredAt, reason } = request;

  return (
    <>
      <BackLink href="/organisation/requests">Who asked to join</BackLink>
      <PageHeader
        caption={`Asks to join ${request.organisation.name}`}
        title={user.name || user.email}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
      />
      <SummaryList
        rows={[
          { label: "Email address", value: user.email },
          { label: "What they say", value: <span className="whitespace-pre-line">{message}</span> },
          { label: "Asked", value: <Moment at={askedAt} /> },
          ...(answeredAt ? [{ label: "Answered", value: <Moment at={answeredAt} />, note: reason }] : []),
        ]}
      />
      {steps.includes("approve") && (
        <Section title="Let them in" id="approve">
          <Notice tone="wait" title="Do you know this person?">
            <p>
              They proved the email address above, and nothing more. As an editor they write your answers, services and
              prices. They cannot send an application or accept an offer.
            </p>
          </Notice>
          <Form action={approve} label={eventWords.approve.act}>
            <HiddenFields values={{ requestId: id }} />
            <div>
              <Submit>{eventWords.approve.act}</Submit>
            </div>
          </Form>
        </Section>
      )}
      {steps.includes("refuse") && (
        <Section title="Or say no" id="refuse">
          <Form action={refuse} label={eventWords.refuse.act}>
            <HiddenFields values={{ requestId: id }} />
            <TextArea name="reason" label="Why?" hint="They read this." rows={3} />
            <div>
              <Submit kind="secondary">{eventWords.refuse.act}</Submit>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}
