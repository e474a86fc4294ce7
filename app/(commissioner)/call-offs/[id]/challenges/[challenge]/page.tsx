import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/decide/challenge/policy";
import { findChallenge } from "@/lib/calloff/decide/challenge/queries";
import { eventWords } from "@/lib/calloff/decide/challenge/words";
import { newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../../purchases/reader";
import { decide } from "../actions";

export const metadata: Metadata = { title: "Answer a challenge" };

export default async function AnswerPage({ params }: PageProps<"/call-offs/[id]/challenges/[challenge]">) {
  const { id, challenge: challengeId } = await params;
  const actor = await requireBuyer();
  const challenge = (await findChallenge(actor, id, challengeId)) ?? notFound();
  const steps = nextSteps(actor, challenge);
  if (steps.length === 0) notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}/challenges`}>Challenges</BackLink>
      <CheckPage
        title={`Answer ${challenge.organisation.name}`}
        caption={`Challenge to the award of ${challenge.callOff.title}`}
        happens={[
          `They object: ${challenge.grounds}`,
          "Your answer is kept with the call-off. If you dismiss it, the award stands and may be concluded in time.",
        ]}
        toWhom={[`${challenge.organisation.name}: that it was answered, and how.`]}
        cannotBeUndone={["An answer stays. A new objection is a new challenge."]}
      >
        <Form action={decide} idempotencyKey={newId()}>
          <HiddenFields values={{ id, challengeId }} />
          <RadioGroup
            name="event"
            label="How do you answer it?"
            options={steps.map((event) => ({
              value: event,
              label: eventWords[event].act,
              hint: eventWords[event].means,
            }))}
          />
          <TextArea name="outcome" label="What did you find, and why?" rows={6} />
          <Buttons>
            <Submit>Answer this challenge</Submit>
            <TextLink href={`/call-offs/${id}/challenges`}>Go back without answering</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
