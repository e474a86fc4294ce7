import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { endingNotice } from "@/lib/calloff/notice/queries";
import { endingSaid } from "@/lib/calloff/notice/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { newId } from "@/lib/core/values/id";
import { requireFile } from "../file";
import { withdraw } from "./actions";

export const metadata: Metadata = { title: "Withdraw this call-off?" };

export default async function WithdrawCallOffPage({ params }: PageProps<"/call-offs/[id]/withdraw">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("withdraw")) notFound();
  const { route, state, funders } = callOff;
  const out = state === "published";
  const said = out ? endingSaid(await endingNotice(actor, id), route) : null;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="Withdraw this call-off?"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          "It ends, and nothing is awarded.",
          ...(out ? ["The keys of its tenders are destroyed. Nobody can ever read what came in."] : []),
          ...(said ? [said] : []),
        ]}
        toWhom={[
          ...(out
            ? ["Everyone who was invited, who asked a question, or who has begun a tender."]
            : ["Nobody outside: it was not published."]),
          ...(funders.length > 1 && state !== "draft" ? ["The bodies that would pay a share."] : []),
        ]}
        cannotBeUndone={["It cannot be opened again. You can start another call-off."]}
      >
        <Form action={withdraw} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea
            name="reason"
            label="Why?"
            hint={said ? "It is said in public. Anybody can read it." : "It stays on record."}
            rows={4}
          />
          <Buttons>
            <Submit kind="warning">Withdraw this call-off</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back without withdrawing</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
