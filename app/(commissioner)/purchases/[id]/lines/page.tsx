import type { Metadata } from "next";
import { VolumeFields } from "@/components/calloff/volume-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { listPrices } from "@/lib/calloff/purchase/queries/choices";
import { asked } from "../../reader";
import { lines } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: "How much do you need?" };

export default async function LinesPage({ params, searchParams }: PageProps<"/purchases/[id]/lines">) {
  const { id } = await params;
  const { from } = await searchParams;
  const { actor, purchase } = await requireDraft(id);
  const prices = await listPrices(actor, id);
  const volumes = new Map(purchase.lines.map(({ rateLineId, volume }) => [rateLineId, volume]));

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <PageHeader
        title="How much do you need?"
        caption="Step 2 of 4"
        lead={`These are the prices of ${purchase.supplier.name}, before VAT. Leave empty what you do not need.`}
      />
      <Form action={lines}>
        <HiddenFields values={{ id, next: asked(from) === "check" ? "check" : "funders" }} />
        <Versioned name="version" version={purchase.version} />
        <VolumeFields prices={prices.map((price) => ({ ...price, volume: volumes.get(price.id) }))} />
        <Buttons>
          <Submit>Save and continue</Submit>
          <TextLink href={`/purchases/${id}`}>Finish later</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
