import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { PlanFields } from "@/components/register/consortium/plan-fields";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { toPercent } from "@/lib/core/values/share";
import { requireMember } from "@/lib/identity/session";
import { mayChange } from "@/lib/register/consortium/policy";
import { findConsortium } from "@/lib/register/consortium/queries";
import { plan } from "../../actions";

export const metadata: Metadata = { title: "Change the plan" };

export default async function ChangeConsortiumPage({ params }: PageProps<"/consortia/[id]/change">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const row = (await findConsortium(actor, id)) ?? notFound();
  if (!mayChange(actor, row) || row.state !== "forming") notFound();
  const lead = row.partners.find(({ organisationId }) => organisationId === row.leadId) ?? notFound();
  const others = row.partners.filter(({ organisationId }) => organisationId !== row.leadId);

  return (
    <>
      <BackLink href={`/consortia/${id}`}>{row.organisation.name}</BackLink>
      <PageHeader
        title="Change the plan"
        caption={row.organisation.name}
        lead="A changed plan is a new one: every partner is asked again, also those who had agreed."
      />
      <Form action={plan} idempotencyKey={newId()}>
        <HiddenFields values={{ consortiumId: id, version: String(row.version) }} />
        <PlanFields
          lead={lead.organisation.name}
          plan={{
            name: row.organisation.name,
            purpose: row.purpose,
            ownShare: toPercent(lead.shareBp),
            ownDoes: lead.does,
            partners: others.map(({ organisation, shareBp, does }) => ({
              who: organisation.reference,
              share: toPercent(shareBp),
              does,
            })),
          }}
        />
        <Buttons>
          <Submit>Sign, and ask the partners again</Submit>
          <TextLink href={`/consortia/${id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
