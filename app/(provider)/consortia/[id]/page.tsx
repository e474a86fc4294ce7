import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PartnerTable } from "@/components/register/consortium/partner-table";
import { Paragraphs } from "@/components/register/service/service-view";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";

import { partnerSteps } from "@/lib/register/consortium/partner/policy";
import { mayChange, nextSteps } from "@/lib/register/consortium/policy";
import { findConsortium } from "@/lib/register/consortium/queries";
import { eventWords, stateWords } from "@/lib/register/consortium/words";
import { stateWords as membershipWords } from "@/lib/register/membership/words";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Consortium" };

/** What brings a consortium on. Every other act ends something, and is a link beside the page. */
const forward = new Set<string>(["agree", "form", "askAgain"]);

export default async function ConsortiumPage({ params, searchParams }: PageProps<"/consortia/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const actor = await requireReader();
  const row = (await findConsortium(actor, id)) ?? notFound();
  const { state, organisation, partners, leadId } = row;
  const own = nextSteps(actor, row).map((event) => ({ event, href: `/consortia/${id}/${event}` }));
  const others = partners.flatMap((partner) =>
    partnerSteps(actor, { ...partner, leadId, consortiumState: state }).map((event) => ({
      event,
      href: `/consortia/${id}/${event}?partner=${partner.id}`,
    })),
  );
  const all = [...others, ...own];
  const first = all.find(({ event }) => forward.has(event));
  const rest = all.filter((step) => step !== first);
  const said = Object.entries(eventWords).find(([event]) => event === done)?.[1];

  return (
    <>
      <BackLink href="/consortia">Consortia</BackLink>
      {said && (
        <Notice tone="good" title={said.done}>
          {stateWords[state].meaning}
        </Notice>
      )}
      <PageHeader
        title={organisation.name}
        caption={organisation.reference}
        lead={stateWords[state].meaning}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
        action={first && <ButtonLink href={first.href}>{eventWords[first.event].act}</ButtonLink>}
      />
      <Columns
        aside={
          <>
            <Facts
              facts={[
                { label: "Proposed", value: <Day on={row.createdAt} /> },
                ...(row.formedAt ? [{ label: "Formed", value: <Day on={row.formedAt} /> }] : []),
                ...(row.endedAt ? [{ label: "Ended", value: <Day on={row.endedAt} /> }] : []),
                ...(row.reason ? [{ label: "Why", value: row.reason }] : []),
              ]}
            />
            <ul className="no-print mt-6">
              {mayChange(actor, row) && state === "forming" && (
                <li>
                  <TextLink href={`/consortia/${id}/change`}>Change the plan</TextLink>
                </li>
              )}
              {rest.map(({ event, href }) => (
                <li key={href}>
                  <TextLink href={href}>{eventWords[event].act}</TextLink>
                </li>
              ))}
            </ul>
          </>
        }
      >
        <Section title="What it is for">
          <Paragraphs text={row.purpose} />
        </Section>
        <Section title="Partners">
          <PartnerTable partners={partners} leadId={leadId} />
        </Section>
        {organisation.memberships.length > 0 && (
          <Section
            title="Parts of the register"
            lead={
              state === "formed" ? "To write its services, switch to this organisation in your account." : undefined
            }
          >
            <DataTable
              caption="Its membership of each part"
              rows={organisation.memberships}
              rowKey={(membership) => membership.id}
              columns={[
                { label: "Part", heads: true, cell: ({ part }) => `${part.number}. ${part.title}` },
                {
                  label: "Standing",
                  cell: (membership) => (
                    <Tag tone={membershipWords[membership.state].tone}>{membershipWords[membership.state].label}</Tag>
                  ),
                },
              ]}
            />
          </Section>
        )}
      </Columns>
    </>
  );
}
