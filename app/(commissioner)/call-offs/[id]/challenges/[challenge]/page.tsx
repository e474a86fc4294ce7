import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { nextSteps } from "@/lib/calloff/decide/challenge/policy";
import { findChallenge } from "@/lib/calloff/decide/challenge/queries";
import { eventWords } from "@/lib/calloff/decide/challenge/words";
import { newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../../purchases/reader";
import { decide } from "../actions";

const requireChallenge = cache(async (id: string, challengeId: string) => {
  const actor = await requireBuyer();
  return { actor, challenge: (await findChallenge(actor, id, challengeId)) ?? notFound() };
});

export async function generateMetadata({
  params,
}: PageProps<"/call-offs/[id]/challenges/[challenge]">): Promise<Metadata> {
  const { id, challenge } = await params;
  return { title: titleOf((await requireChallenge(id, challenge)).challenge) };
}

const titleOf = ({ organisation }: { organisation: { name: string } }) => `Answer ${organisation.name}`;

export default async function AnswerPage({ params }: PageProps<"/call-offs/[id]/challenges/[challenge]">) {
  const { id, challenge: challengeId } = await params;
  const { actor, challenge } = await requireChallenge(id, challengeId);
  const steps = nextSteps(actor, challenge);
  if (steps.length === 0) notFound();

  return (
    <>
      <BackLink href={`/call-offs/${id}/challenges`}>Challenges</BackLink>
      <CheckPage
        title={titleOf(challenge)}
        caption={`Challenge to the award of ${challenge.callOff.title}`}
        happens={[
          "Your answer is kept with the call-off.",
          "If you dismiss it, the award stands and may be concluded in time.",
        ]}
        toWhom={[`${challenge.organisation.name}: that it was answered, and how.`]}
        cannotBeUndone={["An answer stays. A new objection is a new challenge."]}
      >
        <SummaryList
          title="The challenge"
          rows={[
            { label: "Recorded", value: <Moment at={challenge.receivedAt} /> },
            { label: "What they object to", value: challenge.grounds },
          ]}
        />
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
