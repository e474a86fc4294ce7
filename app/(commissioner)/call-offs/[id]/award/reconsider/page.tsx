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
import { requireFile } from "../../file";
import { reconsider } from "../actions";

export const metadata: Metadata = { title: "Reconsider this award?" };

export default async function ReconsiderPage({ params }: PageProps<"/call-offs/[id]/award/reconsider">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("reconsider")) notFound();
  const known = callOff.state !== "awardProposed";

  return (
    <>
      <BackLink href={`/call-offs/${id}/award`}>Award</BackLink>
      <CheckPage
        title="Reconsider this award?"
        caption={`Call-off ${callOff.reference}: ${callOff.title}`}
        happens={[
          "The call-off goes back to the moderated scores. You then propose an award again.",
          "Approvals are taken back, and money that was set aside is let go.",
          "This decision stays on record, with your reason.",
        ]}
        toWhom={
          known
            ? ["Everyone who tendered or was invited: what they were told no longer stands."]
            : ["Nobody outside: no tenderer has been told anything yet."]
        }
        cannotBeUndone={
          known
            ? ["Summaries that were sent cannot be called back. New ones are sent."]
            : ["Each body that pays must approve again."]
        }
      >
        <Form action={reconsider} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea name="reason" label="Why is it reconsidered?" rows={4} />
          <Buttons>
            <Submit kind="warning">Reconsider the award</Submit>
            <TextLink href={`/call-offs/${id}/award`}>Go back without a change</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
