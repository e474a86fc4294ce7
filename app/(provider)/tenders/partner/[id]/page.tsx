import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { nextSteps } from "@/lib/calloff/open/partner/policy";
import { type AskedShare, findAsked } from "@/lib/calloff/open/partner/queries";
import { eventWords, stateWords } from "@/lib/calloff/open/partner/words";
import { day, percent, whole } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { share } from "../../actions";

export async function generateMetadata({ params }: PageProps<"/tenders/partner/[id]">): Promise<Metadata> {
  const found = await findAsked(await requireMember("provider"), (await params).id);
  return { title: found ? titleOf(found) : "Your share of a tender" };
}

const titleOf = ({ tender }: AskedShare) => `${tender.organisation.name} names you as a sub-contractor`;

export default async function SharePage({ params, searchParams }: PageProps<"/tenders/partner/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const actor = await requireMember("provider");
  const asked = (await findAsked(actor, id)) ?? notFound();
  const { tender, state, content, isOpen } = asked;
  const steps = isOpen && content ? nextSteps(actor, asked) : [];
  const words = stateWords[state];
  return (
    <>
      <BackLink href="/tenders">Tenders</BackLink>
      {done === "yes" && <Notice tone="good" title="We have told the organisation that asked you" />}
      <PageHeader
        caption={tender.callOff.title}
        title={titleOf(asked)}
        lead="You see your own share, and nothing else of the tender. Keep it to yourself: tenders are sealed."
        aside={
          <>
            <Tag tone={words.tone}>{words.label}</Tag>
            <span>{words.meaning}</span>
          </>
        }
      />
      <ShareSummary asked={asked} />
      {steps.includes("confirm") && (
        <Section title="Confirm your share" id="confirm">
          <Form action={share} idempotencyKey={newId()} label="Confirm your share">
            <HiddenFields values={{ id, event: "confirm", asked: asked.askedAt.toISOString() }} />
            <Checkbox
              name="signed"
              label="I may sign for my organisation, and we will do this share if the tender wins"
            />
            <Buttons>
              <Submit>{eventWords.confirm.act}</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
      {steps.includes("decline") && (
        <div className="mt-8">
          <Details summary={state === "confirmed" ? "You can still decline, until the close" : "Decline"}>
            <Form action={share} idempotencyKey={newId()} label="Decline">
              <HiddenFields values={{ id, event: "decline" }} />
              <TextArea name="reason" label="Why?" hint="The organisation that asked you reads this." rows={3} />
              <Buttons>
                <Submit kind="warning">{eventWords.decline.act}</Submit>
              </Buttons>
            </Form>
          </Details>
        </div>
      )}
      {isOpen && steps.length === 0 && state === "asked" && (
        <p>A signatory of your organisation confirms this or declines.</p>
      )}
    </>
  );
}

function ShareSummary({ asked: { tender, content, isOpen } }: { asked: AskedShare }) {
  const { callOff } = tender;
  return (
    <SummaryList
      rows={[
        {
          label: "What it is for",
          value: <TextLink href={`/opportunities/${callOff.reference}`}>{callOff.title}</TextLink>,
        },
        { label: "Who buys it", value: callOff.organisation.name },
        ...(callOff.startsOn && callOff.endsOn
          ? [{ label: "When", value: `${day(callOff.startsOn)} to ${day(callOff.endsOn)}` }]
          : []),
        ...(callOff.closesAt
          ? [{ label: isOpen ? "Answer before" : "Tenders closed", value: <Moment at={callOff.closesAt} /> }]
          : []),
        ...(content
          ? [
              { label: "What you would do", value: content.does },
              { label: "Your share of the work", value: percent(content.shareBp) },
              ...(content.volume === null ? [] : [{ label: "Units promised to you", value: whole(content.volume) }]),
            ]
          : [{ label: "Your share", value: "Nobody can read it any more: the call-off ended before it was opened." }]),
      ]}
    />
  );
}
