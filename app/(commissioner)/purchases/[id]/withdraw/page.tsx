import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/purchase/policy";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { withdraw } from "../actions";

export const metadata: Metadata = { title: "Withdraw this purchase?" };

export default async function WithdrawPage({ params }: PageProps<"/purchases/[id]/withdraw">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  if (!nextSteps(actor, purchase).includes("withdraw")) notFound();
  const { state, supplier } = purchase;

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <CheckPage
        title="Withdraw this purchase?"
        caption={`Purchase ${purchase.reference}`}
        happens={
          state === "draft"
            ? ["The draft is closed. It stays on record."]
            : ["The purchase ends.", "Money that was set aside for it, and its part of your yearly limit, is let go."]
        }
        toWhom={[
          ...(state === "draft" ? ["Nobody: only your organisation has seen it."] : ["Every organisation that pays."]),
          ...(state === "offered" ? [supplier.name] : []),
        ]}
        cannotBeUndone={["It cannot be opened again. You can start another purchase."]}
      >
        <Form action={withdraw} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea name="reason" label="Why?" hint="Anyone who has seen it can read this." rows={3} optional />
          <Buttons>
            <Submit kind="warning">Withdraw this purchase</Submit>
            <TextLink href={`/purchases/${id}`}>Go back without withdrawing</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
