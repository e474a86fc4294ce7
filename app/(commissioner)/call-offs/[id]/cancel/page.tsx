import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { staysSealed } from "@/lib/calloff/decide/ending/rules";
import { endingNotice } from "@/lib/calloff/notice/queries";
import { endingSaid } from "@/lib/calloff/notice/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireFile } from "../file";
import { cancel } from "./actions";

export const metadata: Metadata = { title: "Cancel this call-off?" };

export default async function CancelPage({ params }: PageProps<"/call-offs/[id]/cancel">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("cancel")) notFound();
  const sealed = staysSealed(callOff.state);
  const said = endingSaid(await endingNotice(actor, id), callOff.route);

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="Cancel this call-off?"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          "It ends now, and nothing is awarded.",
          ...(sealed ? ["The keys of the tenders are destroyed. Nobody will ever read them."] : []),
          "Money that was set aside for it is let go.",
          ...(said ? [said] : []),
        ]}
        toWhom={[
          "Everyone who tendered or was invited, with your reason.",
          "Each body that pays a share.",
          ...(said ? ["Everybody: it is said in public."] : []),
        ]}
        cannotBeUndone={[
          "It cannot be opened again. You can start another call-off.",
          ...(sealed ? ["Tenders that were sent stay sealed for ever."] : []),
        ]}
      >
        <Form action={cancel} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea name="reason" label="Why is it cancelled?" hint="Everyone who is told reads this." rows={4} />
          <Buttons>
            <Submit kind="warning">Cancel this call-off</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back without cancelling</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
