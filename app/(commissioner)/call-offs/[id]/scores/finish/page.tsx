import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { finish } from "../actions";
import { requireAnswers } from "../reader";

export const metadata: Metadata = { title: "Finish scoring?" };

export default async function FinishPage({ params }: PageProps<"/call-offs/[id]/scores/finish">) {
  const { id } = await params;
  const { open, reference, done, all } = await requireAnswers(id);
  if (!open || done < all) notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}/scores`}>Scores</BackLink>
      <CheckPage
        title="Finish scoring?"
        caption={`Call-off ${reference}`}
        happens={[
          `Your ${count(all, "score")} become final.`,
          "You see the scores of everyone else who has finished, and they see yours.",
        ]}
        toWhom={["The moderator, when the last evaluator has finished."]}
        cannotBeUndone={["You cannot change your scores afterwards, because you will have seen those of others."]}
      >
        <Form action={finish} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Checkbox name="sure" label="All my scores are final" />
          <Buttons>
            <Submit>Finish scoring</Submit>
            <TextLink href={`/call-offs/${id}/scores`}>Go on scoring</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
