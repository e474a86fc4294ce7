import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AskedLines } from "@/components/search/asked-lines";
import { ShortlistEntries } from "@/components/search/shortlist-entries";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { compareHref } from "@/lib/search/compare/schema";
import { MOST_COMPARED } from "@/lib/search/queries/services";
import { isEditable, mayEdit, nextSteps } from "@/lib/search/shortlist/policy";
import { findShortlist, type ShortlistDetail } from "@/lib/search/shortlist/queries";
import { eventWords, stateWords } from "@/lib/search/shortlist/words";

const found = cache(async (id: string) => {
  const actor = await requireMember();
  return { actor, list: (await findShortlist(actor, id)) ?? notFound() };
});

export async function generateMetadata({ params }: PageProps<"/shortlists/[id]">): Promise<Metadata> {
  return { title: (await found((await params).id)).list.name };
}

export default async function ShortlistPage({ params, searchParams }: PageProps<"/shortlists/[id]">) {
  const [{ actor, list }, { added }, { places }] = await Promise.all([
    params.then(({ id }) => found(id)),
    searchParams,
    reference(),
  ]);
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
        {...(nextSteps(actor, list).includes("freeze") &&
          list.entries.length > 0 && {
            action: <ButtonLink href={`/shortlists/${list.id}/freeze`}>{eventWords.freeze.act}</ButtonLink>,
          })}
      />
      {added === "yes" && <Notice tone="good">The service is on this shortlist.</Notice>}
      <Columns aside={<Aside list={list} search={search} />}>
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
        <p className="no-print mt-10 flex flex-wrap gap-x-8 gap-y-2">
          {together.length > 1 && (
            <TextLink
              href={compareHref(
                "/compare",
                together.map(({ service }) => service.reference),
              )}
            >
              Compare the first {together.length} kept
            </TextLink>
          )}
          <Download href={`/shortlists/${list.id}/csv`} kind="CSV">
            This shortlist
          </Download>
        </p>
      </Columns>
    </>
  );
}

function Aside({ list, search }: { list: ShortlistDetail; search: string }) {
  return (
    <>
      <Section title="What was asked">
        <AskedLines said={list.criteria.said} />
        <p className="no-print mt-3">
          <TextLink href={search}>Ask it again now</TextLink>
        </p>
      </Section>
      <Facts
        facts={[
          { label: "Authority", value: list.organisation.name },
          {
            label: "Started",
            value: (
              <>
                {list.createdBy}, <Moment at={list.createdAt} />
              </>
            ),
          },
          ...(list.frozenAt
            ? [
                {
                  label: "Frozen",
                  value: (
                    <>
                      {list.frozenBy}, <Moment at={list.frozenAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
