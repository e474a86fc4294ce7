import type { Metadata } from "next";
import { OpportunityFilters } from "@/components/calloff/opportunity/filters";
import { OpportunityList } from "@/components/calloff/opportunity/list";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterChips, FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, VisuallyHidden } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { opportunityQuery } from "@/lib/calloff/open/opportunity/address";
import { mayWatch } from "@/lib/calloff/open/opportunity/policy";
import { clockOf, findWatch, listOpportunities } from "@/lib/calloff/open/opportunity/queries/list";
import { OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { chipsOf } from "./chips";

export const metadata: Metadata = {
  title: "Opportunities",
  alternates: { types: { "application/atom+xml": "/opportunities/atom.xml" } },
};

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await currentActor();
  const filter = OpportunityFilter.parse(await searchParams);
  const [{ rows, total }, watch, names] = await Promise.all([
    listOpportunities(actor, filter),
    findWatch(actor),
    reference(),
  ]);
  const { categories, places } = names;
  const chips = chipsOf(filter, { category: categories.name, place: places.label });
  const query = opportunityQuery(filter);

  return (
    <>
      <PageHeader
        title="Opportunities"
        lead={
          <>
            Contracts and grants that you can tender for. Tendering costs nothing, and every tender stays sealed until
            the close. <TextLink href="/engagement">See what authorities still plan</TextLink>, and say what would work.
          </>
        }
        action={
          mayWatch(actor) ? (
            <ButtonLink href="/opportunities/alerts" kind="secondary">
              {watch ? "Change my alerts" : "Tell me of new ones"}
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterLayout
        action="/opportunities"
        chosen={chips.length}
        filters={
          <OpportunityFilters
            filter={filter}
            provider={actor.kind === "provider"}
            categories={categories.all.map(({ code, name }) => ({ value: code, label: name }))}
            places={places
              .options()
              .flatMap(({ label, options }) => options.map((option) => ({ ...option, group: label })))}
          />
        }
      >
        <FilterChips chips={chips} clear="/opportunities" />
        {rows.length === 0 ? (
          chips.length > 0 ? (
            <EmptyState
              title="No opportunity fits"
              action={<TextLink href="/opportunities">Show everything that is open</TextLink>}
            >
              Take a filter away, or look at a wider place.
            </EmptyState>
          ) : (
            <EmptyState
              title="Nothing is open at the moment"
              action={<TextLink href="/opportunities?standing=closed">See what has closed</TextLink>}
            >
              Follow the feed below, or see what authorities still plan.
            </EmptyState>
          )
        ) : (
          <>
            <VisuallyHidden>
              <h2>What was found</h2>
            </VisuallyHidden>
            <OpportunityList rows={rows} now={clockOf()} names={names} />
            <Pagination
              page={filter.page}
              total={total}
              of={["opportunity", "opportunities"]}
              href={(page) => `/opportunities${opportunityQuery(filter, { page })}`}
            />
          </>
        )}
        <p className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <Download href={`/opportunities/csv${query}`} kind="CSV">
            These opportunities
          </Download>
          <TextLink href={`/opportunities/atom.xml${query}`}>Feed of new ones (Atom)</TextLink>
          <TextLink href={`/opportunities/calendar.ics${query}`}>Calendar of closing dates</TextLink>
        </p>
      </FilterLayout>
    </>
  );
}
