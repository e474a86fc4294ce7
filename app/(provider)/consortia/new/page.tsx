import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { PlanFields } from "@/components/register/consortium/plan-fields";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { mayStart } from "@/lib/register/consortium/policy";
import { findProfile } from "@/lib/register/profile/queries";
import { plan } from "../actions";

export const metadata: Metadata = { title: "Propose a consortium" };

export default async function NewConsortiumPage() {
  const actor = await requireMember("provider");
  if (!mayStart(actor)) notFound();
  const lead = (await findProfile(actor)) ?? notFound();

  return (
    <>
      <BackLink href="/consortia">Consortia</BackLink>
      <PageHeader
        title="Propose a consortium"
        lead="Each partner is asked to agree. It stands when the last one has, in the parts where all of you are members."
      />
      <Form action={plan} idempotencyKey={newId()}>
        <PlanFields lead={lead.name} />
        <p>When you press the button you sign for your own share.</p>
        <Buttons>
          <Submit>Sign, and ask the partners</Submit>
          <TextLink href="/consortia">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
