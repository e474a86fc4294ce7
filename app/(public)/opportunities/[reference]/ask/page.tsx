import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { clarificationWords } from "@/lib/calloff/open/clarification/words";
import { clockOf } from "@/lib/calloff/open/opportunity/queries/list";
import { moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { ask } from "../actions";
import { requireOpen } from "../reader";

export const metadata: Metadata = { title: "Ask a question" };

export default async function AskPage({ params }: PageProps<"/opportunities/[reference]/ask">) {
  const { reference } = await params;
  const { opportunity } = await requireOpen(reference);
  const { clarifyUntil } = opportunity;
  const late = clarifyUntil === null || clarifyUntil <= clockOf();

  return (
    <>
      <BackLink href={`/opportunities/${reference}`}>{opportunity.title}</BackLink>
      <PageHeader
        title="Ask a question"
        caption={reference}
        lead={clarifyUntil && !late ? `Questions can be asked until ${moment(clarifyUntil)}.` : undefined}
      />
      {late ? (
        <Notice tone="wait" title="The time for questions is over">
          <p>
            <TextLink href={`/opportunities/${reference}#questions`}>Read the questions and answers</TextLink>
          </p>
        </Notice>
      ) : (
        <>
          <Notice tone="note" title="The answer goes to everyone">
            <p>{clarificationWords.hidden}</p>
          </Notice>
          <Form action={ask} idempotencyKey={newId()}>
            <HiddenFields values={{ callOffId: opportunity.id, reference }} />
            <TextArea name="question" label="Your question" rows={6} />
            <Buttons>
              <Submit>Ask</Submit>
              <TextLink href={`/opportunities/${reference}`}>Cancel</TextLink>
            </Buttons>
          </Form>
        </>
      )}
    </>
  );
}
