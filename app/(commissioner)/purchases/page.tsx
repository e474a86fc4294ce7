import type { Metadata } from "next";
import { PurchaseList } from "@/components/calloff/purchase-list";
import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { mayStart } from "@/lib/calloff/purchase/policy";
import { countMine, listPurchases } from "@/lib/calloff/purchase/queries/list";
import { purchaseViews, viewWords } from "@/lib/calloff/purchase/words";
import { reference } from "@/lib/reference/queries";
import { asked, askedPage, requireBuyer } from "./reader";

export const metadata: Metadata = { title: "Purchases" };

export default async function PurchasesPage({ searchParams }: PageProps<"/purchases">) {
  const params = await searchParams;
  const actor = await requireBuyer();
  const view = purchaseViews.find((known) => known === asked(params.view)) ?? "all";
  const page = askedPage(params.page);
  const [{ rows, total }, mine, { places }] = await Promise.all([
    listPurchases(actor, { view, page }),
    countMine(actor),
    reference(),
  ]);
  const href = (to: string, at?: number) =>
    `/purchases?${new URLSearchParams({ view: to, ...(at && at > 1 ? { page: String(at) } : {}) })}`;

  return (
    <>
      <PageHeader
        title="Purchases"
        lead="What your organisation buys from the rate card, or pays a share of."
        action={mayStart(actor) && <ButtonLink href="/find">Find a service to buy</ButtonLink>}
      />
      <Tabs
        label="Views"
        tabs={purchaseViews.map((to) => ({
          label: viewWords[to],
          href: href(to),
          current: to === view,
          ...(to === "mine" ? { count: mine } : {}),
        }))}
      />
      {rows.length > 0 ? (
        <Section title={view === "all" ? "All purchases" : viewWords[view]}>
          <PurchaseList rows={rows} side="buyer" own={actor.organisationId} place={places.label} />
          <Pagination page={page} total={total} of="purchase" href={(at) => href(view, at)} />
          <p className="no-print mt-6">
            <Download href={`/purchases/csv?${new URLSearchParams({ view })}`} kind="CSV">
              These purchases
            </Download>
          </p>
        </Section>
      ) : (
        <EmptyState
          title={view === "mine" ? "Nothing is waiting for you" : "There are no purchases here"}
          action={mayStart(actor) && <ButtonLink href="/find">Find a service to buy</ButtonLink>}
        >
          {view === "mine"
            ? "Shares to approve and your own drafts appear here."
            : "Find a service, and start a purchase from its page or from a shortlist."}
        </EmptyState>
      )}
    </>
  );
}
