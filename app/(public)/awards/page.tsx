import type { Metadata } from "next";
import { AwardFilters } from "@/components/agreements/award-filters";
import { Download, TextLink } from "@/components/ui/button";
import { FilterChips, FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { DataTable, Pagination } from "@/components/ui/table";
import { Day, Money, RoundMoney } from "@/components/ui/value";
import { receivedSaid } from "@/lib/calloff/decide/award/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { percent, whole } from "@/lib/core/values/format";
import { bpOf } from "@/lib/core/values/share";
import { currentActor } from "@/lib/identity/session";
import { listAwards, listBuyers } from "@/lib/openness/queries";
import { awardFilter, awardQuery } from "@/lib/openness/schema";
import { reference } from "@/lib/reference/queries";
import { chipsOf } from "./chips";

export const metadata: Metadata = { title: "Awards" };

export default async function AwardsPage({ searchParams }: PageProps<"/awards">) {
  const actor = await currentActor();
  const filter = awardFilter(await searchParams);
  const [found, buyers, { categories, places }] = await Promise.all([
    listAwards(actor, filter),
    listBuyers(actor),
    reference(),
  ]);
  const regions = places.options(["region", "policeArea", "localAuthority"]);
  const names = {
    buyer: (code: string) => buyers.find(({ reference }) => reference === code)?.name ?? code,
    category: categories.name,
    place: places.label,
  };
  const chips = chipsOf(filter, names);
  const toVcse = bpOf(found.vcsePence, found.valuePence);

  return (
    <>
      <PageHeader
        title="Awards"
        lead="Every contract, grant and bond that was agreed here: who bought, from whom, where, and for how much."
      />
      <Stats>
        <Stat
          label="Awards"
          value={whole(found.total)}
          compare={chips.length > 0 ? "that fit the filters" : "since the register opened"}
        />
        <Stat label="Value" value={<RoundMoney pence={found.valuePence} />} compare="without VAT" />
        <Stat label="Providers" value={whole(found.suppliers)} compare="who were awarded something" />
        <Stat
          label="To the voluntary sector"
          value={toVcse === null ? "–" : percent(toVcse)}
          compare="of the value, to charities and social enterprises"
        />
      </Stats>
      <div className="mt-12">
        <FilterLayout
          action="/awards"
          chosen={chips.length}
          filters={
            <AwardFilters
              filter={filter}
              buyers={buyers.map(({ reference, name }) => ({ value: reference, label: name }))}
              categories={categories.all.map(({ code, name }) => ({ value: code, label: name }))}
              places={regions.flatMap(({ label, options }) => options.map((option) => ({ ...option, group: label })))}
            />
          }
        >
          <FilterChips chips={chips} clear="/awards" />
          <DataTable
            caption="Awards, the newest first"
            rows={found.rows}
            rowKey={({ reference }) => reference}
            columns={[
              {
                label: "Award",
                cell: ({ reference, title, instrument, placeCode, lot }) => (
                  <>
                    <TextLink href={`/awards/${reference}`}>{title}</TextLink>
                    <span className="block text-small font-normal text-muted">
                      {instrumentWords[instrument].label}, {places.find(placeCode)?.name ?? placeCode}
                      {lot && `, ${receivedSaid(lot._count.tenders).toLowerCase()}`}
                    </span>
                  </>
                ),
              },
              { label: "Buyer", cell: ({ buyer }) => buyer.name },
              { label: "Provider", cell: ({ supplier }) => supplier.name },
              { label: "Signed", cell: ({ signedAt }) => signedAt && <Day on={signedAt} /> },
              { label: "Without VAT", numeric: true, cell: ({ valuePence }) => <Money pence={valuePence} /> },
            ]}
            empty={
              <EmptyState title="No award fits" action={<TextLink href="/awards">Show every award</TextLink>}>
                Take a filter away, or look at a wider place.
              </EmptyState>
            }
          />
          {found.rows.length > 0 && (
            <>
              <Pagination
                page={filter.page}
                total={found.total}
                of="award"
                href={(page) => `/awards${awardQuery(filter, { page })}`}
              />
              <p className="no-print mt-6">
                <Download href={`/awards/csv${awardQuery(filter)}`} kind="CSV">
                  These awards
                </Download>
              </p>
            </>
          )}
        </FilterLayout>
      </div>
    </>
  );
}
