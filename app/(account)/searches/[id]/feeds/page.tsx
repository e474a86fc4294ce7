import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { findSavedName } from "@/lib/search/saved/queries";
import { renew } from "../actions";

export const metadata: Metadata = { title: "Make new feed addresses" };

export default async function RenewFeedsPage({ params }: PageProps<"/searches/[id]/feeds">) {
  const actor = await requireMember();
  const { id, name } = (await findSavedName(actor, (await params).id)) ?? notFound();

  return (
    <CheckPage
      title="Make new feed addresses"
      caption={name}
      happens={[
        "The calendar and the news feed of this search get new addresses.",
        "Programs that follow the old addresses find nothing there. You copy the new ones into them.",
      ]}
      toWhom={["Nobody is told."]}
      cannotBeUndone={["The old addresses stop working at once and for good."]}
    >
      <Form action={renew} idempotencyKey={newId()}>
        <HiddenFields values={{ searchId: id }} />
        <Buttons>
          <Submit>Make new addresses</Submit>
          <TextLink href={`/searches/${id}`}>Go back</TextLink>
        </Buttons>
      </Form>
    </CheckPage>
  );
}
