import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/purchase/policy";
import { findOffer } from "@/lib/calloff/purchase/queries/find";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { decline } from "../actions";

export const metadata: Metadata = { title: "Decline this offer?" };

export default async function DeclinePage({ params }: PageProps<"/offers/[id]/decline">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const offer = (await findOffer(actor, id)) ?? notFound();
  if (!nextSteps(actor, offer).includes("decline")) notFound();

  return (
    <>
      <BackLink href={`/offers/${id}`}>{offer.title}</BackLink>
      <CheckPage
        title="Decline this offer?"
        caption={`Offer ${offer.reference} from ${offer.buyer.name}`}
        happens={["The offer ends. It does not count against you.", "The buyer may look for another service."]}
        toWhom={[`${offer.buyer.name}, and everyone who would have paid a share. They can read your reason.`]}
        cannotBeUndone={["You cannot accept it later. The buyer can make a new offer."]}
      >
        <Form action={decline} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea
            name="reason"
            label="Why do you decline?"
            hint="For example, you have no space until May."
            rows={4}
          />
          <Buttons>
            <Submit kind="warning">Decline this offer</Submit>
            <TextLink href={`/offers/${id}`}>Go back without declining</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
