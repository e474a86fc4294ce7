import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { reference } from "@/lib/reference/queries";
import { part as save } from "../../actions";
import { requireDraft } from "../../draft";

export const metadata: Metadata = { title: "A part of the register" };

export default async function PartPage({ params }: PageProps<"/steward/register/[id]/parts/[part]">) {
  const [{ part: asked }, { register }] = await Promise.all([params, requireDraft(params)]);
  const part = register.parts.find(({ id }) => id === asked) ?? null;
  if (!part && asked !== "new") notFound();
  const { categories, cohorts, cpv } = await reference();
  const back = `/steward/register/${register.id}/parts`;

  return (
    <>
      <BackLink href={back}>Parts</BackLink>
      <PageHeader title={part ? `Part ${part.number}: ${part.title}` : "Add a part"} caption={register.title} />
      <Form action={save}>
        <HiddenFields values={{ registerId: register.id, partId: part?.id ?? "" }} />
        <Versioned name="edit" version={register.edit} />
        <TextField name="title" label="Title" defaultValue={part?.title} />
        <TextArea
          name="description"
          label="What is it for?"
          hint="The notice and the application show it."
          rows={3}
          defaultValue={part?.description}
        />
        <Select
          name="categoryCode"
          label="Category"
          empty="Choose one"
          options={categories.all.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={part?.categoryCode}
        />
        <Select
          name="cohortCode"
          label="Only for some people"
          optional
          empty="For everybody"
          options={cohorts.all.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={part?.cohortCode}
        />
        <Select
          name="cpvCode"
          label="Procurement code"
          hint="From the common procurement vocabulary."
          empty="Choose one"
          options={cpv.all.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          defaultValue={part?.cpvCode}
        />
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href={back}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
