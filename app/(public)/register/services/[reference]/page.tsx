import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServiceView } from "@/components/register/service/service-view";
import { TextLink } from "@/components/ui/button";
import { Breadcrumbs, PageHeader } from "@/components/ui/page";
import { currentActor } from "@/lib/identity/session";
import { findListedService } from "@/lib/register/directory/queries";

type Props = PageProps<"/register/services/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const service = await findListedService(await currentActor(), (await params).reference);
  return { title: service?.version.title ?? "Not found" };
}

export default async function PublicServicePage({ params }: Props) {
  const { reference } = await params;
  const facts = (await findListedService(await currentActor(), reference)) ?? notFound();
  const { organisation, version } = facts;

  return (
    <>
      <Breadcrumbs
        trail={[
          { label: "The register", href: "/register" },
          { label: organisation.name, href: `/register/organisations/${organisation.reference}` },
        ]}
      />
      <PageHeader title={version.title} caption={organisation.name} lead={version.summary} />
      <ServiceView facts={facts} showPrices={false}>
        <p>
          <TextLink href={`/register/organisations/${organisation.reference}`}>
            Everything that {organisation.name} offers
          </TextLink>
        </p>
        <p className="text-small text-muted">Prices are for authorities, who see them once they have signed in.</p>
      </ServiceView>
    </>
  );
}
