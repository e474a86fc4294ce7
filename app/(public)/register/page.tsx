import type { Metadata } from "next";
import { addressOf } from "@/components/register/address";
import { DirectoryFilters } from "@/components/register/public/directory-filters";
import { OrganisationList, ServiceList } from "@/components/register/public/directory-lists";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterChips, FilterLayout, Tabs } from "@/components/ui/filter";
import { EmptyState, Notice } from "@/components/ui/message";
import { PageHeader, VisuallyHidden } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { whole } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { publicDecisionTimes } from "@/lib/register/application/decision/queries/statistics";
import { decisionPace } from "@/lib/register/application/decision/statistic-words";
import { countRegister, listOrganisations, listServices } from "@/lib/register/directory/queries";
import { DirectoryFilter } from "@/lib/register/directory/schema";
import { marketWords } from "@/lib/register/market/words";

export const metadata: Metadata = { title: "The register" };

const usual = { show: "services", page: 1 };

export default async function DirectoryPage({ searchParams }: PageProps<"/register">) {
  const actor = await currentActor();
  const filter = DirectoryFilter.parse(await searchParams);
  const [services, organisations, all, { categories }, times] = await Promise.all([
    listServices(actor, filter),
    listOrganisations(actor, filter),
    countRegister(actor),
    reference(),
    publicDecisionTimes(actor),
  ]);
  const { total, place, unknown } = filter.show === "services" ? services : organisations;
  const to = (values: Partial<DirectoryFilter>) => addressOf("/register", { ...filter, page: 1, ...values }, usual);
  const chips = [
    ...(filter.q ? [{ label: filter.q, without: to({ q: "" }) }] : []),
    ...(filter.place ? [{ label: place?.label ?? filter.place, without: to({ place: "" }) }] : []),
    ...(filter.category ? [{ label: categories.name(filter.category), without: to({ category: "" }) }] : []),
  ];
  const of = filter.show === "services" ? "service" : "organisation";
  const file = filter.show === "services" ? "/register/services/csv" : "/register/organisations/csv";

  return (
    <>
      <PageHeader
        title="The register"
        caption={`${whole(all.organisations)} organisations, ${whole(all.services)} services`}
        lead={`${marketWords.what} ${marketWords.term} ${decisionPace(times.median)}`}
        action={
          <ButtonLink kind="secondary" href="/join">
            Join the register
          </ButtonLink>
        }
      />
      <Tabs
        label="What to list"
        tabs={[
          {
            label: "Services",
            href: to({ show: "services" }),
            current: filter.show === "services",
            count: services.total,
          },
          {
            label: "Organisations",
            href: to({ show: "organisations" }),
            current: filter.show === "organisations",
            count: organisations.total,
          },
        ]}
      />
      <FilterLayout
        action="/register"
        filters={<DirectoryFilters filter={filter} categories={categories.all} />}
        chosen={chips.length}
      >
        <FilterChips chips={chips} clear={to({ q: "", place: "", category: "" })} />
        {unknown && (
          <Notice tone="wait" title={`We do not know a place called “${filter.place}”`}>
            Try a council, a police area or a probation region, such as Kent or Greater Manchester.
          </Notice>
        )}
        <h2>
          <VisuallyHidden>What was found</VisuallyHidden>
        </h2>
        {(filter.show === "services" ? services : organisations).rows.length > 0 ? (
          <>
            {filter.show === "services" ? (
              <ServiceList rows={services.rows} label="Services on the register" />
            ) : (
              <OrganisationList rows={organisations.rows} label="Organisations on the register" />
            )}
            <Pagination page={filter.page} total={total} of={of} href={(page) => to({ page })} />
            <p className="no-print mt-6">
              <Download href={addressOf(file, { ...filter, page: 1 }, usual)} kind="CSV">
                These {of}s
              </Download>
            </p>
          </>
        ) : (
          <EmptyState
            title={chips.length > 0 ? `No ${of} matches` : "Nobody has joined yet"}
            action={
              chips.length > 0 ? (
                <TextLink href={to({ q: "", place: "", category: "" })}>Show all {of}s</TextLink>
              ) : (
                <TextLink href="/join">See how to join</TextLink>
              )
            }
          >
            {chips.length > 0
              ? "Try a wider place, or another category."
              : "The first organisations appear here as soon as they are admitted."}
          </EmptyState>
        )}
      </FilterLayout>
      <p className="no-print mt-10">
        <TextLink href="/notices">Notices about the register and its members</TextLink>
      </p>
    </>
  );
}
