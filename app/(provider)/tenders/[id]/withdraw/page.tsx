import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/open/tender/policy";
import { eventWords } from "@/lib/calloff/open/tender/words";
import { newId } from "@/lib/core/values/id";
import { act } from "../../actions";
import { requireTender } from "../../reader";

export const metadata: Metadata = { title: "Withdraw your tender?" };

export default async function WithdrawPage({ params }: PageProps<"/tenders/[id]/withdraw">) {
  const { id } = await params;
  const { actor, tender } = await requireTender(id);
  if (!tender.isOpen || !nextSteps(actor, tender).includes("withdraw")) notFound();
  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <CheckPage
        title="Withdraw your tender?"
        caption={tender.callOff.title}
        happens={[
          "Your tender no longer counts.",
          "What you submitted is deleted. Its receipt stays.",
          "Your draft stays, sealed. You can take it up again and submit it until the close.",
        ]}
        toWhom={["The editors and signatories of your organisation. The authority is told nothing."]}
        cannotBeUndone={[]}
      >
        <Form action={act} idempotencyKey={newId()}>
          <HiddenFields values={{ id, event: "withdraw" }} />
          <Buttons>
            <Submit kind="warning">{eventWords.withdraw.act}</Submit>
            <TextLink href={`/tenders/${id}`}>Keep it</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
