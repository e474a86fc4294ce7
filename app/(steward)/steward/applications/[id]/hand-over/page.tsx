import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { findDossier, listAssessors } from "@/lib/register/application/decision/queries";
import { nextSteps } from "@/lib/register/application/policy";
import { requireReader } from "../../../reader";
import { handOver } from "./actions";

export const metadata: Metadata = { title: "Hand it over" };

export default async function HandOverPage({ params }: PageProps<"/steward/applications/[id]/hand-over">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  if (!nextSteps(actor, application).includes("handOver")) notFound();
  const colleagues = (await listAssessors(actor)).filter(
    (one) => one.id !== application.assessorId && one.id !== application.submittedById,
  );

  return (
    <>
      <BackLink href={`/steward/applications/${id}`}>{application.organisation.name}</BackLink>
      <PageHeader
        title="Hand it over"
        caption={`Application ${application.reference}`}
        lead={<p>Findings, questions and notes stay with it. Whoever you choose is told at once.</p>}
      />
      <Form action={handOver} idempotencyKey={newId()}>
        <HiddenFields values={{ applicationId: id }} />
        <RadioGroup
          name="assessorId"
          label="Who takes it?"
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Buttons>
          <Submit>Hand it over</Submit>
          <TextLink href={`/steward/applications/${id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
