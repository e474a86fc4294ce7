import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ShortlistActs } from "@/components/search/shortlist/acts";
import { ShortlistAside } from "@/components/search/shortlist/aside";
import { ShortlistEntries } from "@/components/search/shortlist/entries";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { compareHref, readComparison } from "@/lib/search/compare/schema";
import { MOST_COMPARED } from "@/lib/search/queries/services";
import { isEditable, mayEdit, mayShare, nextSteps } from "@/lib/search/shortlist/policy";
import { recount } from "@/lib/search/shortlist/queries/again";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { eventWords, generationWords, sharingWords, stateWords } from "@/lib/search/shortlist/words";

const found = cache(async (id: string) => {
  const actor = await requireMember();
  return { actor, list: (await findShortlist(actor, id)) ?? notFound() };
});

export async function generateMetadata({ params }: PageProps<"/shortlists/[id]">): Promise<Metadata> {
  return { title: (await found((await params).id)).list.name };
}

export default async function ShortlistPage({ params, searchParams }: PageProps<"/shortlists/[id]">) {
  const [{ actor, list }, { added }, lists] = await Promise.all([
    params.then(({ id }) => found(id)),
    searchParams,
    reference(),
  ]);
  const { places } = lists;
  const again = await recount(actor, list.id);
  const kept = list.entries.filter(({ droppedAt }) => droppedAt === null);
  const dropped = list.entries.filter(({ droppedAt }) => droppedAt !== null);
  const search = list.criteria.query ? `/find?${list.criteria.query}` : "/find";
  const weighHref = isEditable(actor, list)
    ? ({ id }: { id: string }) => `/shortlists/${list.id}/entries/${id}`
    : undefined;
  const buyHref = mayEdit(actor, list)
    ? ({ service }: { service: { id: string } }) => `/purchases/new?service=${service.id}&shortlist=${list.id}`
    : undefined;
  const together = kept.filter(({ canBeBought }) => canBeBought).slice(0, MOST_COMPARED);

  return (
    <>
      <BackLink href="/shortlists">Shortlists</BackLink>
      <PageHeader
        title={list.name}
        caption={list.reference}
        lead={stateWords[list.state].meaning}
        aside={<Tag tone={stateWords[list.state].tone}>{stateWords[list.state].label}</Tag>}
        action={
          <>
            {nextSteps(actor, list).includes("freeze") && list.entries.length > 0 && (
              <ButtonLink href={`/shortlists/${list.id}/freeze`}>{eventWords.freeze.act}</ButtonLink>
            )}
            {mayShare(actor, list) && (
              <ButtonLink kind="secondary" href={`/shortlists/${list.id}/share`}>
                Share it
              </ButtonLink>
            )}
          </>
        }
      />
      {added === "yes" && <Notice tone="good">The service is on this shortlist.</Notice>}
      {!list.isOurs && actor.kind === "authority" && list.shares.length > 0 && (
        <Notice tone="note" title={sharingWords.by(list.organisation.name)}>
          You can read it until they take it back. Only they can change it.
        </Notice>
      )}
      <Columns aside={<ShortlistAside list={list} search={search} again={again} takesBack={mayShare(actor, list)} />}>
        <Section title={`Kept (${kept.length})`} id="kept">
          {kept.length > 0 ? (
            <ShortlistEntries entries={kept} places={places} weighHref={weighHref} buyHref={buyHref} />
          ) : (
            <EmptyState title="Nothing kept yet" action={<ButtonLink href={search}>Find services</ButtonLink>}>
              Run the search and add the services that fit.
            </EmptyState>
          )}
        </Section>
        {dropped.length > 0 && (
          <Section title={`Dropped (${dropped.length})`} id="dropped" lead="Each with the reason that was given.">
            <ShortlistEntries entries={dropped} places={places} weighHref={weighHref} />
          </Section>
        )}
        <Section title="Who did what" id="acts" lead="The first act is first. This is the record that auditors read.">
          <ShortlistActs list={list} />
        </Section>
        <p className="no-print mt-10 flex flex-wrap gap-x-8 gap-y-2">
          {together.length > 1 && (
            <TextLink
              href={compareHref(
                "/compare",
                together.map(({ service }) => service.reference),
                readComparison({ from: list.criteria.query }, lists),
              )}
            >
              Compare the first {together.length} kept
            </TextLink>
          )}
          <Download href={`/shortlists/${list.id}/csv`} kind="CSV">
            This shortlist
          </Download>
        </p>
        <p className="mt-10 hidden print:block">
          Printed as it stood on <Moment at={new Date()} />
          {again && `, ${generationWords(BigInt(again.generation)).toLowerCase()}`}.
        </p>
        <p className="no-print mt-3 text-muted">You can print this page. The print has everything that stands here.</p>
      </Columns>
    </>
  );
}
