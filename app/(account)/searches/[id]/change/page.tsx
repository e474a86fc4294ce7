import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { findSavedName } from "@/lib/search/saved/queries";
import { paceOptions, questionWords } from "@/lib/search/saved/words";
import { change } from "../actions";

export const metadata: Metadata = { title: "Change a saved search" };

export default async function ChangeSearchPage({ params }: PageProps<"/searches/[id]/change">) {
  const actor = await requireMember();
  const { id, name, pace, said } = (await findSavedName(actor, (await params).id)) ?? notFound();

  return (
    <>
      <BackLink href={`/searches/${id}`}>{name}</BackLink>
      <PageHeader title="Change a saved search" lead={`It asks for: ${questionWords(said)}.`} />
      <Form action={change} idempotencyKey={newId()}>
        <HiddenFields values={{ searchId: id }} />
        <TextField name="name" label="Name of the search" width="full" defaultValue={name} />
        <RadioGroup name="pace" label="How often do we e-mail you?" options={paceOptions} defaultValue={pace} />
        <Buttons>
          <Submit>Save changes</Submit>
          <TextLink href={`/searches/${id}`}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
