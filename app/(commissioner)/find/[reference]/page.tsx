import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ServiceView } from "@/components/register/service/service-view";
import { ButtonLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { mayShortlist } from "@/lib/search/policy";
import { findBuyable } from "@/lib/search/queries/services";

const found = cache(async (serviceReference: string) => {
  const actor = await requireMember("authority");
  return { actor, facts: (await findBuyable(actor, serviceReference)) ?? notFound() };
});

export async function generateMetadata({ params }: PageProps<"/find/[reference]">): Promise<Metadata> {
  const { facts } = await found((await params).reference);
  return { title: facts.version.title };
}

export default async function FoundServicePage({ params }: PageProps<"/find/[reference]">) {
  const { actor, facts } = await found((await params).reference);
  const { reference, version, organisation, capacity } = facts;

  return (
    <>
      <BackLink href="/find">Find services</BackLink>
      <PageHeader
        title={version.title}
        caption={organisation.name}
        lead={version.summary}
        aside={
          capacity.open > 0 ? (
            <Tag tone="good">{count(capacity.open, "place")} open</Tag>
          ) : (
            <Tag tone="wait">No place open now</Tag>
          )
        }
      />
      <ServiceView facts={facts} showPrices>
        <div className="no-print grid justify-items-start gap-3">
          {mayShortlist(actor) && (
            <>
              <ButtonLink href={`/purchases/new?service=${facts.id}`}>Buy from the rate card</ButtonLink>
              <ButtonLink kind="secondary" href={`/shortlists/add?service=${reference}`}>
                Add to a shortlist
              </ButtonLink>
            </>
          )}
          <ButtonLink kind="quiet" href={`/compare?s=${reference}`}>
            Compare with others
          </ButtonLink>
        </div>
      </ServiceView>
    </>
  );
}
