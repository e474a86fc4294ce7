import type { Metadata } from "next";
import { ButtonLink, Download } from "@/components/ui/button";
import { ResultList } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { count, listed } from "@/lib/core/values/format";

import { mayStart } from "@/lib/register/consortium/policy";
import { listConsortia } from "@/lib/register/consortium/queries";
import { stateWords } from "@/lib/register/consortium/words";
import { requireReader } from "./reader";

export const metadata: Metadata = { title: "Consortia" };

export default async function ConsortiaPage() {
  const actor = await requireReader();
  const rows = await listConsortia(actor);
  const start = mayStart(actor) && <ButtonLink href="/consortia/new">Propose a consortium</ButtonLink>;

  return (
    <>
      <PageHeader
        title="Consortia"
        lead="Members of the register can deliver together: one leads, each has a share, and each signs for its own."
        action={rows.length > 0 && start}
      />
      {actor.kind === "provider" && !mayStart(actor) && (
        <Notice tone="note" title="Only a signatory can propose or agree">
          A consortium binds your organisation to others, so one of its signatories decides.
        </Notice>
      )}
      {rows.length > 0 ? (
        <Section title={count(rows.length, "consortium", "consortia")}>
          <ResultList
            label="Consortia"
            items={rows.map(({ organisationId, organisation, state, partners }) => ({
              id: organisationId,
              title: organisation.name,
              href: `/consortia/${organisationId}`,
              under: listed(partners.map((partner) => partner.organisation.name)),
              tag: <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>,
              facts: [organisation.reference, stateWords[state].meaning],
            }))}
          />
          <p className="no-print mt-6">
            <Download href="/consortia/csv" kind="CSV">
              These consortia
            </Download>
          </p>
        </Section>
      ) : (
        <EmptyState title="You are in no consortium" action={start || undefined}>
          Small organisations can reach further together. You keep your own services and your own membership.
        </EmptyState>
      )}
    </>
  );
}
