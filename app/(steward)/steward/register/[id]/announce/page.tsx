import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { count, day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { announce } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: "Tell the public that it is coming" };

export default async function AnnouncePage({ params }: PageProps<"/steward/register/[id]/announce">) {
  const { register } = await requireDraft(params);
  const back = `/steward/register/${register.id}`;
  return (
    <>
      <BackLink href={back}>{register.title}</BackLink>
      <CheckPage
        title="Tell the public that it is coming"
        caption={register.title}
        happens={[
          "An intention notice, UK13, is published with the design as it stands now.",
          `It says that the register is to run from ${day(register.opensOn.toISOString())} to ${day(register.closesOn.toISOString())}, with ${count(register.parts.length, "part")} and ${count(register.conditions.length, "condition")}.`,
          "You can still change the design afterwards. The establishment notice says what it came to be.",
        ]}
        toWhom={["Everybody: notices are public."]}
        cannotBeUndone={["A notice stays published, and is not changed.", "The design can no longer be thrown away."]}
      >
        <Form action={announce} idempotencyKey={newId()}>
          <HiddenFields values={{ registerId: register.id }} />
          <Versioned name="edit" version={register.edit} />
          <Buttons>
            <Submit>Publish the notice</Submit>
            <TextLink href={back}>Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
