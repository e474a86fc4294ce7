import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryView } from "@/components/calloff/summary/summary-view";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage, EmptyState } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { findAward } from "@/lib/calloff/decide/award/queries/find";
import { listSummaries } from "@/lib/calloff/decide/summary/queries";
import { summaryFor } from "@/lib/calloff/decide/summary/rules";
import { nextSteps } from "@/lib/calloff/record/policy";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";
import { notify } from "./actions";

export const metadata: Metadata = { title: "Assessment summaries" };

export default async function SummariesPage({ params }: PageProps<"/call-offs/[id]/summaries">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const pack = (await findAward(actor, id)) ?? notFound();
  const caption = `Call-off ${pack.reference}`;
  const back = <BackLink href={`/call-offs/${id}`}>{pack.title}</BackLink>;
  if (!nextSteps(actor, pack).includes("notify")) {
    const sent = await listSummaries(actor, id);
    if (!pack.notifiedAt) notFound();
    return (
      <>
        {back}
        <PageHeader
          title="Assessment summaries"
          caption={caption}
          lead="What each tenderer was told, as it was sent."
        />
        {sent.length === 0 && (
          <EmptyState title="Summaries are not shown to you">
            Only the authority reads what tenderers were told.
          </EmptyState>
        )}
        {sent.map(({ tenderId, version, facts, sentAt }) => (
          <Section key={`${tenderId}${version}`} title={facts.tenderer}>
            <p className="mb-5">
              Sent <Moment at={sentAt} />
              {version > 1 && `, version ${version}`}.
            </p>
            <Details summary={`Read it as ${facts.tenderer} does`}>
              <SummaryView facts={facts} />
            </Details>
          </Section>
        ))}
      </>
    );
  }
  const lots = pack.lots.flatMap(({ number, title, decision }) =>
    decision ? [{ number, title, winnerId: decision.tenderId, ...decision }] : [],
  );
  const about = { callOff: { reference: pack.reference, title: pack.title }, authority: pack.organisation.name };
  const ids = [...new Set(lots.flatMap(({ ranking }) => ranking.tenders.map((tender) => tender.id)))];
  const ready = ids.flatMap((tenderId) => summaryFor(tenderId, lots, about) ?? []);

  return (
    <>
      {back}
      <CheckPage
        title="Send the assessment summaries?"
        caption={caption}
        happens={[
          `${count(ready.length, "summary", "summaries")} ${ready.length === 1 ? "is" : "are"} sent at one moment, before any notice.`,
          "Each tenderer reads its own scores and the winner's, with the reasons. It reads nothing of any other tender.",
        ]}
        toWhom={["Every tenderer, the winners among them.", "Each body that pays a share."]}
        cannotBeUndone={["What was sent cannot be called back. You can still reconsider the award with a reason."]}
      >
        <Form action={notify} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Buttons>
            <Submit>Send all summaries</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back without sending</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
      <Section title="What each will read" id="preview">
        <div className="grid gap-5">
          {ready.map((facts) => (
            <Details key={facts.tender} summary={facts.tenderer}>
              <SummaryView facts={facts} />
            </Details>
          ))}
        </div>
      </Section>
    </>
  );
}
