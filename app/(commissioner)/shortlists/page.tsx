import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { type Actor, isAuditor } from "@/lib/core/actor";
import { whole } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { maySeeAny, mayStart } from "@/lib/search/shortlist/policy";
import { listShortlists } from "@/lib/search/shortlist/queries/lists";
import { ListFilter } from "@/lib/search/shortlist/schema";
import { everythingAsked, sharingWords, stateWords } from "@/lib/search/shortlist/words";

export const metadata: Metadata = { title: "Shortlists" };

export default async function ShortlistsPage({ searchParams }: PageProps<"/shortlists">) {
  const actor = await requireMember();
  if (!maySeeAny(actor)) notFound();
  const { page, state, shared } = ListFilter.parse(await searchParams);
  const { items, total } = await listShortlists(actor, { page, state, shared });
  const query = String(new URLSearchParams({ ...(state && { state }), ...(shared && { shared }) }));

  return (
    <>
      <PageHeader
        title="Shortlists"
        lead="Services you are weighing up, with the question you asked and a reason for each one dropped."
        {...(mayStart(actor) && { action: <ButtonLink href="/find">Find services</ButtonLink> })}
      />
      <Tabs
        label="Which shortlists"
        tabs={[
          { label: "All", href: "/shortlists", current: !state && !shared },
          { label: stateWords.open.label, href: "/shortlists?state=open", current: state === "open" },
          { label: stateWords.frozen.label, href: "/shortlists?state=frozen", current: state === "frozen" },
          ...(actor.kind === "authority"
            ? [{ label: "Shared with you", href: "/shortlists?shared=yes", current: shared === "yes" }]
            : []),
        ]}
      />
      {items.length > 0 ? (
        <>
          <h2 className="sr-only">Newest first</h2>
          <ResultList
            label="Shortlists, newest first"
            items={items.map(
              ({
                id,
                name,
                reference,
                state: at,
                criteria,
                kept,
                dropped,
                createdAt,
                organisation,
                organisationId,
              }) => ({
                id,
                title: name,
                href: `/shortlists/${id}`,
                under: criteria.said.length > 0 ? criteria.said.join(", ") : everythingAsked,
                tag: <Tag tone={stateWords[at].tone}>{stateWords[at].label}</Tag>,
                facts: [
                  `${whole(kept)} kept`,
                  `${whole(dropped)} dropped`,
                  <span key="started">
                    Started <Day on={createdAt} />
                  </span>,
                  ...(organisationId === actor.organisationId ? [] : [whose(actor, organisation.name)]),
                  reference,
                ],
              }),
            )}
          />
        </>
      ) : (
        <EmptyState title="No shortlist here" action={<ButtonLink href="/find">Find services</ButtonLink>}>
          {shared
            ? "When another authority shares a shortlist with you, it is here to read."
            : "Search for services, then add the ones that fit to a shortlist."}
        </EmptyState>
      )}
      <Pagination
        page={page}
        total={total}
        of="shortlist"
        href={(to) => `/shortlists?${query}${query && "&"}page=${to}`}
      />
      {total > 0 && (
        <p className="no-print mt-5">
          <Download href={`/shortlists/csv${query && `?${query}`}`} kind="CSV">
            These shortlists
          </Download>
        </p>
      )}
    </>
  );
}

/** A list of another authority: shared by it, or read for the audit. */
const whose = (actor: Actor, authority: string) =>
  actor.kind === "authority" && !isAuditor(actor) ? sharingWords.by(authority) : authority;
