import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { dropCondition, dropPart } from "../../actions";
import { requireDraft } from "../../draft";

export const metadata: Metadata = { title: "Remove from the design" };

export default async function RemovePage({ params }: PageProps<"/steward/register/[id]/remove/[item]">) {
  const [{ item }, { register }] = await Promise.all([params, requireDraft(params)]);
  const part = register.parts.find(({ id }) => id === item);
  const condition = register.conditions.find(({ id }) => id === item);
  const found = part ?? condition ?? notFound();
  const [list, one] = part ? ["parts", "part"] : ["conditions", "condition"];
  const back = `/steward/register/${register.id}/${list}`;

  return (
    <>
      <BackLink href={back}>Back to the list</BackLink>
      <CheckPage
        title={`Remove ${one} ${found.number}: ${found.title}`}
        caption={register.title}
        happens={[
          `The ${one} goes from this design, and those after it get the next lower number.`,
          ...(part ? ["Conditions that name it no longer do."] : []),
        ]}
        toWhom={["Nobody outside your office: the design is not public."]}
        cannotBeUndone={[`To have it back, add the ${one} again.`]}
      >
        <Form action={part ? dropPart : dropCondition}>
          <HiddenFields values={{ registerId: register.id, id: found.id }} />
          <Versioned name="edit" version={register.edit} />
          <Buttons>
            <Submit kind="warning">Remove the {one}</Submit>
            <TextLink href={back}>Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
