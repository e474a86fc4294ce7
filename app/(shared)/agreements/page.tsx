import type { Metadata } from "next";
import { AgreementList } from "@/components/agreements/agreement-list";
import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { listAgreements } from "@/lib/agreements/queries";
import { agreement } from "@/lib/agreements/states";
import { stateWords } from "@/lib/agreements/words";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";

export const metadata: Metadata = { title: "Agreements" };

export default async function AgreementsPage({ searchParams }: PageProps<"/agreements">) {
  const params = await searchParams;
  const actor = await requireMember();
  const state = agreement.states.find((known) => known === params.state);
  const asked = Number(params.page);
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const [{ rows, total }, { places }] = await Promise.all([listAgreements(actor, { state, page }), reference()]);
  const href = (to?: string, at = 1) =>
    `/agreements?${new URLSearchParams({ ...(to ? { state: to } : {}), ...(at > 1 ? { page: String(at) } : {}) })}`;
  const provider = actor.kind === "provider";

  return (
    <>
      <PageHeader
        title="Agreements"
        lead="The contracts and grants that your organisation is a side of, or pays a share of."
      />
      <Tabs
        label="By standing"
        tabs={[
          { label: "All", href: href(), current: state === undefined },
          ...agreement.states.map((known) => ({
            label: stateWords[known].label,
            href: href(known),
            current: known === state,
          })),
        ]}
      />
      {rows.length > 0 ? (
        <Section title={state ? stateWords[state].label : "All agreements"}>
          <AgreementList rows={rows} place={places.label} />
          <Pagination page={page} total={total} of="agreement" href={(at) => href(state, at)} />
          <p className="no-print mt-6">
            <Download href={`/agreements/csv${state ? `?state=${state}` : ""}`} kind="CSV">
              These agreements
            </Download>
          </p>
        </Section>
      ) : (
        <EmptyState
          title="There are no agreements here"
          action={
            <ButtonLink href={provider ? "/offers" : "/purchases"}>
              {provider ? "Look at your offers" : "Look at your purchases"}
            </ButtonLink>
          }
        >
          An agreement appears as soon as an offer is accepted, or a call-off is concluded.
        </EmptyState>
      )}
    </>
  );
}
