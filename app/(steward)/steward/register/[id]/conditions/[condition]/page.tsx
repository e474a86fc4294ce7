import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { ConditionFields } from "@/components/register/design/condition-fields";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { condition as save } from "../../actions";
import { requireDraft } from "../../draft";

export const metadata: Metadata = { title: "A condition of the register" };

export default async function ConditionPage({ params }: PageProps<"/steward/register/[id]/conditions/[condition]">) {
  const [{ condition: asked }, { register }] = await Promise.all([params, requireDraft(params)]);
  const condition = register.conditions.find(({ id }) => id === asked) ?? null;
  if (!condition && asked !== "new") notFound();
  const back = `/steward/register/${register.id}/conditions`;

  return (
    <>
      <BackLink href={back}>Conditions</BackLink>
      <PageHeader
        title={condition ? `Condition ${condition.number}: ${condition.title}` : "Add a condition"}
        caption={register.title}
        lead="It is held to the law when you save it. What the law does not allow is refused here, with the rule."
      />
      <Form action={save}>
        <HiddenFields values={{ registerId: register.id, conditionId: condition?.id ?? "" }} />
        <Versioned name="edit" version={register.edit} />
        <ConditionFields condition={condition} bands={register.bands} parts={register.parts} />
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href={back}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
