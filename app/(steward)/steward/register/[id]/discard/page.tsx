import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { discard } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: "Throw the design away" };

export default async function DiscardPage({ params }: PageProps<"/steward/register/[id]/discard">) {
  const { register } = await requireDraft(params);
  const back = `/steward/register/${register.id}`;
  if (register.notices.length > 0)
    return (
      <>
        <BackLink href={back}>{register.title}</BackLink>
        <PageHeader
          title="This design stays"
          caption={register.title}
          lead="The public has been told of it, so it can no longer be thrown away. It can still be changed."
        />
      </>
    );
  return (
    <>
      <BackLink href={back}>{register.title}</BackLink>
      <CheckPage
        title="Throw this design away"
        caption={register.title}
        happens={[
          `Its ${count(register.parts.length, "part")} and ${count(register.conditions.length, "condition")} go with it.`,
        ]}
        toWhom={["Nobody outside your office: the design was never public."]}
        cannotBeUndone={["The design cannot be brought back. History keeps a line that says that there was one."]}
      >
        <Form action={discard}>
          <HiddenFields values={{ registerId: register.id }} />
          <Versioned name="edit" version={register.edit} />
          <Buttons>
            <Submit kind="warning">Throw it away</Submit>
            <TextLink href={back}>Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
