import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { mayBeUnsuccessful } from "@/lib/calloff/decide/ending/rules";
import { problems } from "@/lib/calloff/decide/ending/words";
import { endingNotice } from "@/lib/calloff/notice/queries";
import { endingSaid } from "@/lib/calloff/notice/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { countsOf } from "@/lib/calloff/record/queries/find";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireFile } from "../file";
import { fail } from "./actions";

export const metadata: Metadata = { title: "End this call-off without an award?" };

export default async function FailPage({ params }: PageProps<"/call-offs/[id]/fail">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("fail")) notFound();
  const { tenders } = await countsOf(actor, id);
  const said = endingSaid(await endingNotice(actor, id), callOff.route);

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="End this call-off without an award?"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          `${tenders === 0 ? "No tender" : count(tenders, "tender")} came. The statistics keep that.`,
          "It ends now, and nothing is awarded.",
          ...(said ? [said] : []),
        ]}
        toWhom={[
          "Everyone who tendered or was invited, with your reason.",
          "Each body that pays a share.",
          ...(said ? ["Everybody: it is said in public."] : []),
        ]}
        cannotBeUndone={["It cannot be opened again. You can start another call-off."]}
      >
        {mayBeUnsuccessful(callOff.state, tenders) ? (
          <Form action={fail} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            <TextArea
              name="reason"
              label={tenders === 0 ? "Why, do you think, did nobody tender?" : "Why is no tender suitable?"}
              hint="Everyone who is told reads this."
              rows={4}
            />
            <Buttons>
              <Submit kind="warning">End it without an award</Submit>
              <TextLink href={`/call-offs/${id}`}>Go back without ending it</TextLink>
            </Buttons>
          </Form>
        ) : (
          <Notice tone="wait" title="Tenders wait to be read">
            <p>{problems.unread}</p>
            <p>
              <TextLink href={`/call-offs/${id}/opening`}>Open the tenders</TextLink> or{" "}
              <TextLink href={`/call-offs/${id}/cancel`}>cancel the call-off</TextLink>.
            </p>
          </Notice>
        )}
      </CheckPage>
    </>
  );
}
