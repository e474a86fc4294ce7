import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryView } from "@/components/calloff/summary/summary-view";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { findSummary } from "@/lib/calloff/decide/summary/queries";
import { day } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";

export const metadata: Metadata = { title: "Your assessment summary" };

export default async function SummaryPage({ params }: PageProps<"/tenders/[id]/summary">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const { callOff, stands, versions } = (await findSummary(actor, id)) ?? notFound();
  const [newest, ...earlier] = versions;
  if (!newest) notFound();
  const { facts, sentAt } = newest;

  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader
        title="Your assessment summary"
        caption={`${facts.callOff.title}, ${facts.callOff.reference}`}
        lead={
          <>
            {facts.authority} sent this on <Moment at={sentAt} />. It shows your scores, the winner&apos;s scores, and
            the reasons. Print it, or save it as a PDF from your browser.
          </>
        }
      />
      {callOff.state === "concluded" ? (
        <Notice tone="note" title="The award is concluded">
          <p>You can still write to {facts.authority} and ask about your scores.</p>
        </Notice>
      ) : stands ? (
        <Notice tone="note" title="If you think that it is wrong">
          <p>
            Write to {facts.authority} soon.
            {callOff.standstillEndsOn && ` The standstill ends on ${day(callOff.standstillEndsOn.toISOString())}.`}{" "}
            While an objection is open, nothing is signed.
          </p>
        </Notice>
      ) : (
        <Notice tone="wait" title="This no longer stands">
          <p>The award was taken back after this was sent. You will be told when there is a new decision.</p>
        </Notice>
      )}
      <SummaryView facts={facts} />
      {earlier.length > 0 && (
        <Section title="Earlier summaries" lead="These were replaced when the award was reconsidered.">
          {earlier.map(({ version, facts: before, sentAt: at }) => (
            <Details key={version} summary={`Summary ${version}`}>
              <p className="mb-5">
                Sent <Moment at={at} />.
              </p>
              <SummaryView facts={before} />
            </Details>
          ))}
        </Section>
      )}
      <Section title="What the words mean" id="words">
        <p className="max-w-measure">
          Each answer was given 0 to 5. Points are that score, divided by 5, times the weight. All weights together are
          100. The law calls this an assessment summary (Procurement Act 2023, section 50).{" "}
          <TextLink href={`/opportunities/${callOff.reference}`}>Read what was asked</TextLink>.
        </p>
      </Section>
    </>
  );
}
