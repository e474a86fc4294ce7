import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { lock } from "../actions";
import { requireModeration } from "../reader";

export const metadata: Metadata = { title: "Lock quality and open prices?" };

export default async function LockPage({ params }: PageProps<"/call-offs/[id]/moderation/lock">) {
  const { id } = await params;
  const { open, agreed, cells, reference } = await requireModeration(id);
  if (!open || agreed < cells.length) notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}/moderation`}>Moderation</BackLink>
      <CheckPage
        title="Lock quality and open prices?"
        caption={`Call-off ${reference}`}
        happens={[
          "Scores and consensus are locked.",
          "Every price is opened at the same moment, and the ranking can be read.",
        ]}
        toWhom={["The commissioners of your authority."]}
        cannotBeUndone={[
          "Prices cannot be closed again.",
          "A consensus can be changed only with a reason, as a new version, until an award is proposed.",
        ]}
      >
        <Form action={lock} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Checkbox name="sure" label="Every consensus is final" />
          <Buttons>
            <Submit>Lock quality and open prices</Submit>
            <TextLink href={`/call-offs/${id}/moderation`}>Go back to the moderation</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
