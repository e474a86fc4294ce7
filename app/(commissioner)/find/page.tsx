import type { Metadata } from "next";
import { FindFilters } from "@/components/search/find-filters";
import { NothingFound } from "@/components/search/nothing-found";
import { OrderLinks } from "@/components/search/order-links";
import { PageTurns } from "@/components/search/page-turns";
import { Remarks } from "@/components/search/remarks";
import { ResultList } from "@/components/search/result-list";
import { ButtonLink, Download } from "@/components/ui/button";
import { FilterChips, FilterLayout } from "@/components/ui/filter";
import { PageHeader } from "@/components/ui/page";
import { count } from "@/lib/core/format";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { hrefOf, linesOf, toQuery, without } from "@/lib/search/address";
import { readCursor } from "@/lib/search/cursor";
import { orderOf } from "@/lib/search/order";
import { mayShortlist } from "@/lib/search/policy";
import { readPostcodeIn } from "@/lib/search/queries/postcode";
import { listWider, search, searchDay } from "@/lib/search/queries/search";
import { readCriteria } from "@/lib/search/schema";

export const metadata: Metadata = { title: "Find services" };

export default async function FindPage({ searchParams }: PageProps<"/find">) {
  const actor = await requireMember("authority");
  const [asked, lists] = await Promise.all([searchParams, reference()]);
  const located = await readPostcodeIn(actor, asked, lists.places);
  const { criteria: typed, remarks } = readCriteria(located.asked, lists);
  const page = await search(actor, typed, { cursor: readCursor(asked.at, orderOf(typed), searchDay()) });
  const { criteria, total, results } = page;
  const wider = total === 0 ? await listWider(actor, criteria) : [];
  const lines = linesOf(criteria, lists);
  const from = String(toQuery(criteria));
  const shortlists = mayShortlist(actor);

  return (
    <>
      <PageHeader
        title="Find services"
        caption={count(total, "service")}
        lead="Every service here can be bought today. Each says why it is here."
        {...(shortlists && {
          action: (
            <ButtonLink kind="secondary" href={`/shortlists/new?${new URLSearchParams({ from })}`}>
              Start a shortlist from this search
            </ButtonLink>
          ),
        })}
      />
      <FilterLayout
        action="/find"
        chosen={lines.length}
        filters={
          <FindFilters criteria={criteria} facets={page.facets} lists={lists} placeTyped={String(asked.place ?? "")} />
        }
      >
        <Remarks
          remarks={[...located.remarks, ...remarks, ...page.remarks]}
          criteria={criteria}
          places={lists.places}
        />
        <FilterChips
          clear="/find"
          chips={lines.map((line) => ({ label: line.label, without: hrefOf("/find", without(criteria, line)) }))}
        />
        {total === 0 ? (
          <NothingFound criteria={criteria} wider={wider} lists={lists} />
        ) : (
          <>
            <OrderLinks criteria={criteria} order={page.order} />
            <ResultList
              results={results}
              criteria={criteria}
              places={lists.places}
              addHref={
                shortlists
                  ? ({ reference }) => `/shortlists/add?${new URLSearchParams({ service: reference, from })}`
                  : undefined
              }
            />
            <PageTurns
              from={page.from}
              shown={results.length}
              total={total}
              previous={page.previous && hrefOf("/find", criteria, { at: page.previous })}
              next={page.next && hrefOf("/find", criteria, { at: page.next })}
            />
            <p className="no-print mt-5">
              <Download href={hrefOf("/find/csv", criteria)} kind="CSV, up to 5,000">
                These services
              </Download>
            </p>
          </>
        )}
      </FilterLayout>
    </>
  );
}
