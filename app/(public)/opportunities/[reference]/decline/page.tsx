import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { declineCodes, declineReasons } from "@/lib/calloff/open/invitation/words";
import { newId } from "@/lib/core/values/id";
import { decline } from "../actions";
import { requireOpen } from "../reader";

export const metadata: Metadata = { title: "Say that you will not tender?" };

export default async function DeclinePage({ params }: PageProps<"/opportunities/[reference]/decline">) {
  const { reference } = await params;
  const { opportunity, own } = await requireOpen(reference);
  if (own.invitation?.state === "declined") notFound();

  return (
    <>
      <BackLink href={`/opportunities/${reference}`}>{opportunity.title}</BackLink>
      <CheckPage
        title="Say that you will not tender?"
        caption={reference}
        happens={[
          "You get no more messages about questions and answers.",
          "You are still told when it is changed.",
          "You can change your mind until the close, and tender all the same.",
        ]}
        toWhom={[`${opportunity.organisation.name} sees the reason. It is not told whose it is.`]}
        cannotBeUndone={[]}
      >
        <Form action={decline} idempotencyKey={newId()}>
          <HiddenFields values={{ callOffId: opportunity.id, reference }} />
          <RadioGroup
            name="reason"
            label="Why?"
            options={declineCodes.map((value) => ({ value, label: declineReasons[value] }))}
          />
          <TextArea
            name="words"
            label="What would have helped?"
            hint="Do not name your organisation."
            rows={4}
            optional
          />
          <Buttons>
            <Submit>We will not tender</Submit>
            <TextLink href={`/opportunities/${reference}`}>Go back</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
