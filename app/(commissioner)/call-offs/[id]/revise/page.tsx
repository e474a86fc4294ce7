import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireFile } from "../file";
import { revise } from "./actions";

export const metadata: Metadata = { title: "Go back to the draft?" };

export default async function RevisePage({ params }: PageProps<"/call-offs/[id]/revise">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("revise")) notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="Go back to the draft?"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          "Everything can be changed again.",
          "Whoever agreed stays agreed, unless you change its share or a budget that it pays for.",
          "Whoever has not answered yet is asked again later.",
        ]}
        toWhom={["Nobody is told. The funders read your reason in the history."]}
        cannotBeUndone={["Conflicts must be assessed again before you can publish."]}
      >
        <Form action={revise} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea name="reason" label="Why?" rows={4} />
          <Buttons>
            <Submit>Go back to the draft</Submit>
            <TextLink href={`/call-offs/${id}`}>Leave it as it is</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
