import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { findDossier } from "@/lib/register/application/decision/queries";
import { aboutNames } from "@/lib/register/application/decision/words";
import { nextSteps } from "@/lib/register/application/policy";
import { requireReader } from "../../../reader";
import { ask } from "./actions";

export const metadata: Metadata = { title: "Ask a question" };

export default async function AskPage({ params, searchParams }: PageProps<"/steward/applications/[id]/ask">) {
  const { id } = await params;
  const { about } = await searchParams;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  if (!nextSteps(actor, application).includes("ask")) notFound();
  const options = Object.entries(aboutNames(application)).map(([value, label]) => ({ value, label }));

  return (
    <>
      <BackLink href={`/steward/applications/${id}`}>{application.organisation.name}</BackLink>
      <PageHeader
        title="Ask a question"
        caption={`Application ${application.reference}`}
        lead="Ask about one thing at a time. The organisation is told at once, and the review waits for its reply."
      />
      <Form action={ask} idempotencyKey={newId()}>
        <HiddenFields values={{ applicationId: id }} />
        <Select
          name="about"
          label="What is it about?"
          empty="Choose one"
          options={options}
          defaultValue={typeof about === "string" ? about : undefined}
        />
        <TextArea
          name="question"
          label="Your question"
          hint="Say what is missing, and what would answer it."
          rows={6}
        />
        <Buttons>
          <Submit>Send the question</Submit>
          <TextLink href={`/steward/applications/${id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
