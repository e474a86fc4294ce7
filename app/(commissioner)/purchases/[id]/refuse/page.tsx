import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/approval/policy";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { refuse } from "../actions";

export const metadata: Metadata = { title: "Refuse your share?" };

export default async function RefusePage({ params }: PageProps<"/purchases/[id]/refuse">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  if (!purchase.funders.some((funder) => nextSteps(actor, funder).includes("refuse"))) notFound();

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <CheckPage
        title="Refuse your share?"
        caption={`Purchase ${purchase.reference}`}
        happens={[
          "The whole purchase ends, whatever the other funders said.",
          "Money that was set aside for it is let go.",
        ]}
        toWhom={["The person who proposed it. Your reason stands on the purchase for everyone who pays."]}
        cannotBeUndone={["The purchase cannot be opened again. A new one can be started."]}
      >
        <Form action={refuse} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea name="reason" label="Why do you refuse?" rows={4} />
          <Buttons>
            <Submit kind="warning">Refuse this share</Submit>
            <TextLink href={`/purchases/${id}`}>Go back without refusing</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
