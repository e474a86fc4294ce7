import type { Metadata } from "next";
import { ComparePrices } from "@/components/search/compare/prices";
import { CompareTable } from "@/components/search/compare/table";
import { Remarks } from "@/components/search/found/remarks";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { hrefOf, linesOf } from "@/lib/search/address";
import { compareLabels, compareRows } from "@/lib/search/compare/rows";
import { compareHref, readComparison } from "@/lib/search/compare/schema";
import { askWords } from "@/lib/search/compare/words";
import { mayShortlist } from "@/lib/search/policy";
import { readPostcodeIn } from "@/lib/search/queries/postcode";
import { listCompared, MOST_COMPARED } from "@/lib/search/queries/services";
import { everything } from "@/lib/search/schema";

export const metadata: Metadata = { title: "Compare services" };

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const actor = await requireMember("authority");
  const [typed, lists] = await Promise.all([searchParams, reference()]);
  const located = await readPostcodeIn(actor, typed, lists.places);
  const asked = readComparison(located.asked, lists);
  const services = await listCompared(actor, asked.references);
  const shown = services.map(({ reference }) => reference);
  const rows = compareRows(services, lists.places, asked.prices);
  const different = rows.filter(({ same }) => !same);
  const wanted = new Set(asked.references).size;
  const back = asked.from ? hrefOf("/find", asked.from.criteria) : "/find";
  const said = asked.from ? linesOf(asked.from.criteria, lists).map(({ label }) => label) : [];
  const worked = askWords(asked.prices, lists.places.label);
  const here = (references: string[], more: Partial<typeof asked> = {}) =>
    compareHref("/compare", references, { ...asked, ...more });

  return (
    <>
      <BackLink href={back}>{asked.from ? "Back to the search" : "Find services"}</BackLink>
      <PageHeader
        title="Compare services"
        lead={
          <span className="no-print">
            Up to four side by side. A price stands only beside prices for the same unit. You can print this page.
          </span>
        }
      />
      <Remarks
        remarks={[...located.remarks, ...asked.remarks]}
        criteria={asked.from?.criteria ?? everything}
        places={lists.places}
      />
      {wanted > services.length && (
        <Notice tone="wait">
          {wanted > MOST_COMPARED
            ? "Four fit side by side, so the others were left out."
            : "A service that cannot be bought now was left out."}
        </Notice>
      )}
      {services.length === 0 ? (
        <EmptyState title="Nothing to compare yet" action={<ButtonLink href={back}>Find services</ButtonLink>}>
          Tick up to four services among those you find, then choose to compare them.
        </EmptyState>
      ) : (
        <div className="page-wide">
          {said.length > 0 && (
            <p className="mb-6 max-w-measure">
              <b>You asked for:</b> {said.join(", ")}.{" "}
              <TextLink href={back} className="no-print">
                See everything found
              </TextLink>
            </p>
          )}
          <ComparePrices asked={asked} references={shown} places={lists.places} />
          {services.length > 1 && (
            <Tabs
              label="What to show"
              tabs={[
                {
                  label: "Everything",
                  href: here(shown, { onlyDifferences: false }),
                  current: !asked.onlyDifferences,
                  count: rows.length,
                },
                {
                  label: "Differences only",
                  href: here(shown, { onlyDifferences: true }),
                  current: asked.onlyDifferences,
                  count: different.length,
                },
              ]}
            />
          )}
          {worked && <p className="mb-4">{worked}</p>}
          <CompareTable
            services={services}
            labels={compareLabels(services)}
            rows={asked.onlyDifferences && services.length > 1 ? different : rows}
            buyHref={mayShortlist(actor) ? ({ id }) => `/purchases/new?service=${id}` : undefined}
            withoutHref={(reference) => here(shown.filter((other) => other !== reference))}
          />
          <p className="no-print mt-6">
            <Download href={compareHref("/compare/csv", shown, asked)} kind="CSV">
              This comparison
            </Download>
          </p>
        </div>
      )}
    </>
  );
}
