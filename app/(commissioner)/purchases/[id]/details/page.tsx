import type { Metadata } from "next";
import { DetailsFields } from "@/components/calloff/details-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { details } from "../actions";
import { dayOf, requireDraft } from "../draft";
import { placesOf } from "../places";

export const metadata: Metadata = { title: "What it is for" };

export default async function DetailsPage({ params }: PageProps<"/purchases/[id]/details">) {
  const { id } = await params;
  const { purchase } = await requireDraft(id);
  const places = await placesOf(purchase.serviceVersion.placeCodes);

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <PageHeader title="What it is for" caption={`Purchase ${purchase.reference}`} />
      <Form action={details}>
        <HiddenFields values={{ id }} />
        <Versioned name="version" version={purchase.version} />
        <DetailsFields
          places={places}
          given={{ ...purchase, startsOn: dayOf(purchase.startsOn), endsOn: dayOf(purchase.endsOn) }}
        />
        <Buttons>
          <Submit>Save and continue</Submit>
          <TextLink href={`/purchases/${id}`}>Finish later</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
