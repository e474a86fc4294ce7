import type { Metadata } from "next";
import { CompareTable } from "@/components/search/compare-table";
import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { compareLabels, compareRows } from "@/lib/search/compare";
import { mayShortlist } from "@/lib/search/policy";
import { listCompared, MOST_COMPARED } from "@/lib/search/queries/services";
import { askedFor, compareHref } from "./asked";

export const metadata: Metadata = { title: "Compare services" };

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const actor = await requireMember("authority");
  const { references, onlyDifferences } = askedFor(await searchParams);
  const services = await listCompared(actor, references);
  const shown = services.map(({ reference }) => reference);
  const rows = compareRows(services);
  const different = rows.filter(({ same }) => !same);
  const lost = new Set(references).size - services.length;

  return (
    <>
      <BackLink href="/find">Find services</BackLink>
      <PageHeader
        title="Compare services"
        lead="Up to four side by side. A price stands only beside prices for the same unit. You can print this page."
      />
      {lost > 0 && (
        <Notice tone="wait">
          {new Set(references).size > MOST_COMPARED
            ? "Four fit side by side, so the others were left out."
            : "A service that cannot be bought now was left out."}
        </Notice>
      )}
      {services.length === 0 ? (
        <EmptyState title="Nothing to compare yet" action={<ButtonLink href="/find">Find services</ButtonLink>}>
          Tick up to four services among those you find, then choose to compare them.
        </EmptyState>
      ) : (
        <>
          {services.length > 1 && (
            <Tabs
              label="What to show"
              tabs={[
                {
                  label: "Everything",
                  href: compareHref("/compare", shown),
                  current: !onlyDifferences,
                  count: rows.length,
                },
                {
                  label: "Differences only",
                  href: compareHref("/compare", shown, true),
                  current: onlyDifferences,
                  count: different.length,
                },
              ]}
            />
          )}
          <CompareTable
            services={services}
            labels={compareLabels(services)}
            rows={onlyDifferences && services.length > 1 ? different : rows}
            buyHref={mayShortlist(actor) ? ({ id }) => `/purchases/new?service=${id}` : undefined}
            withoutHref={(reference) =>
              compareHref(
                "/compare",
                shown.filter((other) => other !== reference),
                onlyDifferences,
              )
            }
          />
          <p className="no-print mt-6">
            <Download href={compareHref("/compare/csv", shown)} kind="CSV">
              This comparison
            </Download>
          </p>
        </>
      )}
    </>
  );
}
