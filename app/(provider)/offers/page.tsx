import type { Metadata } from "next";
import { PurchaseList } from "@/components/calloff/purchase-list";
import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { listOffers } from "@/lib/calloff/purchase/queries/list";
import { offerViews, offerViewWords } from "@/lib/calloff/purchase/words";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { asked, askedPage } from "./address";

export const metadata: Metadata = { title: "Offers" };

export default async function OffersPage({ searchParams }: PageProps<"/offers">) {
  const params = await searchParams;
  const actor = await requireMember("provider");
  const view = offerViews.find((known) => known === asked(params.view)) ?? "waiting";
  const page = askedPage(params.page);
  const [{ rows, total }, { places }] = await Promise.all([listOffers(actor, { view, page }), reference()]);

  return (
    <>
      <PageHeader
        title="Offers"
        lead="What buyers ask of you, at the prices that you published. Nothing is agreed until you accept."
      />
      <Tabs
        label="Views"
        tabs={offerViews.map((to) => ({ label: offerViewWords[to], href: `/offers?view=${to}`, current: to === view }))}
      />
      {rows.length > 0 ? (
        <Section title={offerViewWords[view]}>
          <PurchaseList rows={rows} side="supplier" own={actor.organisationId} place={places.label} />
          <Pagination page={page} total={total} of="offer" href={(at) => `/offers?view=${view}&page=${at}`} />
          <p className="no-print mt-6">
            <Download href={`/offers/csv?view=${view}`} kind="CSV">
              These offers
            </Download>
          </p>
        </Section>
      ) : (
        <EmptyState
          title={view === "waiting" ? "No offer is waiting for you" : "You have not answered an offer yet"}
          action={<ButtonLink href="/services">Look at your services</ButtonLink>}
        >
          Buyers find you by place, need, price and space. Keep your open places up to date.
        </EmptyState>
      )}
    </>
  );
}
