import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeedAddresses } from "@/components/search/saved/feed-addresses";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { ResultList } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import { environment } from "@/lib/core/process/environment";
import { count, whole } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { maySeePrices } from "@/lib/search/policy";
import { findSaved } from "@/lib/search/saved/queries";
import { MOST_MATCHES } from "@/lib/search/saved/rules";
import { writeToken } from "@/lib/search/saved/token";
import { doneWords, paceWords, questionWords, refusalWords } from "@/lib/search/saved/words";

export const metadata: Metadata = { title: "Saved search" };

export default async function SavedSearchPage({ params, searchParams }: PageProps<"/searches/[id]">) {
  const actor = await requireMember();
  const saved = (await findSaved(actor, (await params).id)) ?? notFound();
  const { id, name, said, pace, query, createdAt, askedAt, toldAt, now, results, news } = saved;
  const word = (await searchParams).done;
  const pageOf = (of: string) => (maySeePrices(actor) ? `/find/${of}` : `/register/services/${of}`);
  const done = typeof word === "string" ? doneWords(word) : null;

  return (
    <>
      <BackLink href="/searches">Your saved searches</BackLink>
      {done && <Notice tone="good" title={done} />}
      <PageHeader
        title={name}
        caption={count(now, "service answers now", "services answer now")}
        lead={questionWords(said)}
        action={<ButtonLink href={`/find?${query}`}>Run this search</ButtonLink>}
      />
      {now > MOST_MATCHES && (
        <Notice tone="wait" title="This search is too wide">
          {refusalWords.tooWide(whole(MOST_MATCHES))}
        </Notice>
      )}
      <SummaryList
        title="How you are told"
        rows={[
          {
            label: "E-mails",
            value: paceWords[pace].label,
            note: paceWords[pace].does,
            change: `/searches/${id}/change`,
          },
          { label: "Last told", value: toldAt ? <Moment at={toldAt} /> : "Nothing was new so far" },
          { label: "Last asked", value: askedAt ? <Moment at={askedAt} /> : "Not asked yet" },
          { label: "Saved", value: <Day on={createdAt} /> },
        ]}
      />
      {news.length > 0 && (
        <Section
          title="What is new"
          lead="These began to answer after you saved the search. We told you of them last, or will next."
        >
          <ResultList
            label="Services that are new"
            items={news.map(({ id: serviceId, reference, title, organisation, since }) => ({
              id: serviceId,
              title,
              href: pageOf(reference),
              under: organisation,
              tag: <Tag tone="note">New</Tag>,
              facts: [
                <span key="since">
                  Since <Day on={since} />
                </span>,
              ],
            }))}
          />
        </Section>
      )}
      <Section title="What answers now">
        {results.length > 0 ? (
          <>
            <ResultList
              label="Services that answer"
              items={results.map(({ id: serviceId, reference, title, organisation, why }) => ({
                id: serviceId,
                title,
                href: pageOf(reference),
                under: organisation.name,
                tag: news.some((one) => one.id === serviceId) ? <Tag tone="note">New</Tag> : undefined,
                why: why.join(". "),
              }))}
            />
            {now > results.length && (
              <p className="mt-4 text-muted">
                These are the first {whole(results.length)} of {whole(now)}.
              </p>
            )}
          </>
        ) : (
          <EmptyState title="No service answers now">We tell you when one does.</EmptyState>
        )}
      </Section>
      <Section title="Follow it elsewhere" id="feeds">
        <FeedAddresses origin={environment().ORIGIN} token={writeToken("feed", id, saved.feedNumber)} />
        <p className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href={`/searches/${id}/feeds`}>Make new addresses</TextLink>
          <TextLink href={`/searches/${id}/delete`}>Delete this search</TextLink>
        </p>
      </Section>
    </>
  );
}
