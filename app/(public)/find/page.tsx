import type { Metadata } from "next";
import { FilterPanel } from "@/components/search/find/filter-panel";
import { Finder } from "@/components/search/find/finder";
import { AskedChips } from "@/components/search/found/asked-chips";
import { Mended } from "@/components/search/found/mended";
import { NothingFound } from "@/components/search/found/nothing-found";
import { OrderLinks } from "@/components/search/found/order-links";
import { PageTurns } from "@/components/search/found/page-turns";
import { Remarks } from "@/components/search/found/remarks";
import { ResultRows } from "@/components/search/found/result-rows";
import { WhereFound } from "@/components/search/found/where-found";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { linesOf, toQuery } from "@/lib/search/address";
import { readCursor } from "@/lib/search/cursor";
import { facetsOf, filtersOf } from "@/lib/search/finding/filters";
import { rowOf } from "@/lib/search/finding/rows";
import { findHref, readView } from "@/lib/search/finding/view";
import { findWords } from "@/lib/search/finding/words";
import { orderOf } from "@/lib/search/order";
import { maySeePrices, mayShortlist } from "@/lib/search/policy";
import { readPostcodeIn } from "@/lib/search/queries/postcode";
import { listWider, search, searchDay } from "@/lib/search/queries/search";
import { mayKeep } from "@/lib/search/saved/policy";
import { readCriteria } from "@/lib/search/schema";

export const metadata: Metadata = { title: findWords.title };

const ON_A_PAGE = 20;

export default async function FindPage({ searchParams }: PageProps<"/find">) {
  const [actor, asked, lists] = await Promise.all([currentActor(), searchParams, reference()]);
  const located = await readPostcodeIn(actor, asked, lists.places);
  const { criteria: typed, remarks } = readCriteria(located.asked, lists);
  const { shown, more } = readView(asked);
  const prices = maySeePrices(actor);
  const page = await search(actor, typed, {
    cursor: readCursor(asked.at, orderOf(typed), searchDay()),
    take: ON_A_PAGE,
    facets: [...facetsOf({ criteria: typed, more, prices }), ...(shown === "map" ? ["place" as const] : [])],
    heat: shown === "map",
  });
  const { criteria, total, results } = page;
  const wider = total === 0 ? await listWider(actor, criteria) : [];
  const lines = linesOf(criteria, lists);
  const from = String(toQuery(criteria));
  const shortlists = mayShortlist(actor);
  const view = { shown };

  return (
    <>
      <PageHeader
        title={findWords.title}
        lead={prices ? findWords.leadForBuyers : findWords.leadForAll}
        action={
          mayKeep(actor) && (
            <>
              <ButtonLink kind="quiet" href={`/searches/new?${new URLSearchParams({ from })}`}>
                Save this search
              </ButtonLink>
              {shortlists && (
                <ButtonLink kind="secondary" href={`/shortlists/new?${new URLSearchParams({ from })}`}>
                  Start a shortlist from this search
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <Finder action="/find" said={count(total, "service")} at={from}>
        <FilterPanel
          action="/find"
          words={criteria.words}
          exact={criteria.exact}
          place={{
            said: criteria.place ? lists.places.label(criteria.place) : String(asked.place ?? ""),
            code: criteria.place ?? "",
          }}
          sections={filtersOf({ criteria, more, prices }, page.facets, lists)}
          kept={{ ...(criteria.sort && { sort: criteria.sort }), ...(shown === "map" && { view: "map" }) }}
          regions={lists.places.all
            .filter(({ kind, code }) => kind === "region" && (page.facets.place[code] ?? 0) > 0)
            .map(({ code, name }) => ({
              href: findHref({ ...criteria, place: code }, view, { more: "where" }),
              name,
              count: page.facets.place[code] ?? 0,
            }))}
          filters={findWords.filters(lines.length)}
          unfolded={more.length > 0}
        />
        <div>
          <Mended mended={page.mended} criteria={typed} />
          <Remarks
            remarks={[...located.remarks, ...remarks, ...page.remarks]}
            criteria={criteria}
            places={lists.places}
          />
          <AskedChips lines={lines} criteria={criteria} view={view} />
          {total === 0 ? (
            <NothingFound criteria={criteria} wider={wider} lists={lists} />
          ) : (
            <>
              <OrderLinks criteria={criteria} order={page.order} found={count(total, "service")} view={view} />
              {page.heat ? (
                <WhereFound criteria={criteria} places={page.facets.place} heat={page.heat} lists={lists} />
              ) : (
                <ResultRows
                  rows={results.map((result) => rowOf(result, criteria, lists.places))}
                  to={prices ? "/find/" : "/register/services/"}
                  compare={prices}
                  from={from}
                  add={shortlists ? `/shortlists/add?${new URLSearchParams({ from })}&service=` : null}
                />
              )}
              <PageTurns page={page} />
            </>
          )}
        </div>
      </Finder>
    </>
  );
}
