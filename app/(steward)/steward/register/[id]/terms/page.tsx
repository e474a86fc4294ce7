import type { Metadata } from "next";
import { DateField } from "@/components/form/date";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { NumberField, TextArea, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { designWords, ruleWords } from "@/lib/register/market/words";
import { terms } from "../actions";
import { requireDraft } from "../draft";

export const metadata: Metadata = { title: designWords.terms };

export default async function TermsPage({ params }: PageProps<"/steward/register/[id]/terms">) {
  const { register } = await requireDraft(params);
  const back = `/steward/register/${register.id}`;
  return (
    <>
      <BackLink href={back}>{register.title}</BackLink>
      <PageHeader title={designWords.terms} />
      <Form action={terms}>
        <HiddenFields values={{ registerId: register.id }} />
        <Versioned name="edit" version={register.edit} />
        <TextField name="title" label="Title" defaultValue={register.title} />
        <TextArea
          name="description"
          label="What is it for?"
          hint="One or two sentences, for everybody."
          rows={3}
          defaultValue={register.description}
        />
        <TextArea
          name="usedBy"
          label="Which authorities may use it?"
          hint="The establishment notice lists them (SI 2024/692, regulation 25)."
          rows={3}
          defaultValue={register.usedBy}
        />
        <DateField name="opensOn" label="First day" defaultValue={register.opensOn.toISOString().slice(0, 10)} />
        <DateField name="closesOn" label="Last day" defaultValue={register.closesOn.toISOString().slice(0, 10)} />
        <NumberField
          name="decideWithin"
          label="In how many working days is a decision due?"
          hint="The law says a reasonable time. Twenty is usual here."
          suffix="working days"
          width={4}
          defaultValue={register.decideWithin}
        />
        <NumberField
          name="graceDays"
          label="How long may something that ran out be renewed?"
          hint="After that, membership lapses until it is renewed."
          suffix="days"
          width={4}
          defaultValue={register.graceDays}
        />
        <TextArea
          name="conflictsAssessment"
          label="How were conflicts of interest assessed?"
          hint={`Who was asked, what was found, and what was done about it. It must be here before you publish (${ruleWords.conflicts.source}). It is not shown to the public.`}
          rows={6}
          defaultValue={register.conflictsAssessment}
        />
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href={back}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
