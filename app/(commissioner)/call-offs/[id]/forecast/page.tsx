import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LotForecast } from "@/components/calloff/forecast/lot-forecast";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { findForecast } from "@/lib/calloff/before/forecast/queries";
import { remedies } from "@/lib/calloff/before/forecast/rules";
import { listed } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { requireBuyer } from "../../../purchases/reader";

export const metadata: Metadata = { title: "Who could deliver it" };

export default async function ForecastPage({ params }: PageProps<"/call-offs/[id]/forecast">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const found = (await findForecast(actor, id)) ?? notFound();
  const { categories, places } = await reference();
  const ways = remedies(id, {
    isGrant: found.instrument === "grant",
    lots: found.lots.length,
    boardOpen: found.engagementOpenedAt !== null,
    reference: found.reference,
  });

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{found.title}</BackLink>
      <PageHeader
        title="Who could deliver it"
        caption={`Call-off ${found.reference}`}
        lead="Members with a service on sale that fits each lot by category, place and cohort, as the register stands now. Everyone here is invited when you publish, unless you say why not."
      />
      {found.lots.length === 0 && (
        <EmptyState title="No lots yet" action={<ButtonLink href={`/call-offs/${id}/lots`}>Add a lot</ButtonLink>}>
          Say what is needed where, and the forecast follows.
        </EmptyState>
      )}
      {found.lots.map((lot) => (
        <LotForecast
          key={lot.id}
          lot={lot}
          category={categories.name(lot.categoryCode)}
          places={listed(lot.placeCodes.map((code) => places.find(code)?.name ?? code))}
          remedies={ways}
        />
      ))}
    </>
  );
}
