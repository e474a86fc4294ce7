import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PriceLines } from "@/components/calloff/price-lines";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/purchase/policy";
import { findOffer } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { day, pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { accept } from "../actions";
import { offeredLines } from "../lines";

export const metadata: Metadata = { title: "Accept this offer?" };

export default async function AcceptPage({ params }: PageProps<"/offers/[id]/accept">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const offer = (await findOffer(actor, id)) ?? notFound();
  if (!nextSteps(actor, offer).includes("accept")) notFound();
  const total = pounds(offer.valuePence + offer.vatPence);

  return (
    <>
      <BackLink href={`/offers/${id}`}>{offer.title}</BackLink>
      <CheckPage
        title="Accept this offer?"
        caption={`Offer ${offer.reference} from ${offer.buyer.name}`}
        happens={[
          `You and ${offer.buyer.name} have ${instrumentWords[offer.instrument].article} worth ${total}.`,
          `It runs from ${day(offer.startsOn.toISOString())} to ${day(offer.endsOn.toISOString())}.`,
          "The award, its value and its place are shown in public. Your unit prices are not.",
        ]}
        toWhom={[`${offer.buyer.name}, and everyone who pays a share.`]}
        cannotBeUndone={["You cannot take your acceptance back. The agreement says how it can end."]}
      >
        <div className="mb-10">
          <PriceLines {...offer} lines={offeredLines(offer)} />
        </div>
        <Form action={accept} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Checkbox name="signed" label="I may sign for my organisation, and we accept" />
          <Buttons>
            <Submit>Accept and sign</Submit>
            <TextLink href={`/offers/${id}`}>Go back without accepting</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
