import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ServiceList } from "@/components/register/public/directory-lists";
import { Paragraphs } from "@/components/register/service/service-view";
import { TextLink } from "@/components/ui/button";
import { Breadcrumbs, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count, percent } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { numbersSaid } from "@/lib/reference/identifiers";
import { listPublicPartners } from "@/lib/register/consortium/queries";
import { findListedOrganisation } from "@/lib/register/directory/queries";
import { sizeWords } from "@/lib/register/profile/words";

type Props = PageProps<"/register/organisations/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organisation = await findListedOrganisation(await currentActor(), (await params).reference);
  return { title: organisation?.name ?? "Not found" };
}

export default async function PublicOrganisationPage({ params }: Props) {
  const { reference } = await params;
  const actor = await currentActor();
  const { name, type, size, vcse, parts, provider, offers, identifiers } =
    (await findListedOrganisation(actor, reference)) ?? notFound();
  const partners = await listPublicPartners(actor, reference);

  return (
    <>
      <Breadcrumbs trail={[{ label: "The register", href: "/register?show=organisations" }]} />
      <PageHeader
        title={name}
        caption={type}
        aside={
          <>
            {vcse && <Tag tone="good">Voluntary, community or social enterprise</Tag>}
            {provider?.ledByLivedExperience && <Tag tone="note">Led by people with lived experience</Tag>}
          </>
        }
      />
      <Columns
        aside={
          <Facts
            facts={[
              ...(size
                ? [
                    {
                      label: "Size",
                      value: (
                        <>
                          {sizeWords[size].label}
                          <br />
                          <span className="text-small text-muted">{sizeWords[size].meaning}</span>
                        </>
                      ),
                    },
                  ]
                : []),
              ...(provider?.areaOfBenefit ? [{ label: "Works for people in", value: provider.areaOfBenefit }] : []),
              ...(provider?.website
                ? [{ label: "Website", value: <TextLink href={provider.website}>{provider.website}</TextLink> }]
                : []),
              {
                label: "Numbers",
                value: numbersSaid(identifiers) || "None given",
              },
              { label: "Reference", value: reference },
            ]}
          />
        }
      >
        {provider?.about && (
          <Section title="What it does" id="about">
            <Paragraphs text={provider.about} />
          </Section>
        )}
        {partners.length > 0 && (
          <Section title="A consortium of these members" id="partners">
            <DataTable
              caption="Partners and their shares"
              rows={partners}
              rowKey={(partner) => partner.reference}
              columns={[
                {
                  label: "Partner",
                  heads: true,
                  cell: (partner) => (
                    <TextLink href={`/register/organisations/${partner.reference}`}>{partner.name}</TextLink>
                  ),
                },
                { label: "Share", numeric: true, cell: ({ shareBp }) => percent(shareBp) },
                { label: "Leads", cell: ({ isLead }) => (isLead ? "Yes" : "") },
              ]}
            />
          </Section>
        )}
        <Section
          title="Services"
          id="services"
          lead={
            offers.length > 0
              ? `${count(offers.length, "service")} on the register now.`
              : "None is on the register now."
          }
        >
          {offers.length > 0 && <ServiceList rows={offers} label={`Services of ${name}`} own />}
        </Section>
        <Section title="Parts of the register" id="parts">
          <DataTable
            caption="Member of these parts"
            rows={parts}
            rowKey={({ number }) => String(number)}
            columns={[
              { label: "Part", heads: true, cell: ({ number, title }) => `${number}. ${title}` },
              { label: "Member since", cell: ({ since }) => <Day on={since} /> },
            ]}
          />
        </Section>
        {provider?.coDesign && (
          <Section title="Designed with people who use it" id="codesign">
            <Paragraphs text={provider.coDesign} />
          </Section>
        )}
      </Columns>
    </>
  );
}
