import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { findSavedName } from "@/lib/search/saved/queries";
import { remove } from "../actions";

export const metadata: Metadata = { title: "Delete this search" };

export default async function DeleteSearchPage({ params }: PageProps<"/searches/[id]/delete">) {
  const actor = await requireMember();
  const { id, name } = (await findSavedName(actor, (await params).id)) ?? notFound();

  return (
    <CheckPage
      title="Delete this search"
      caption={name}
      happens={["We stop asking it. You get no more e-mails about it.", "Its calendar and its news feed stop working."]}
      toWhom={["Nobody is told."]}
      cannotBeUndone={["What was new, and when, is forgotten. You can save the same question again, as a new search."]}
    >
      <Form action={remove} idempotencyKey={newId()}>
        <HiddenFields values={{ searchId: id }} />
        <Buttons>
          <Submit kind="warning">Delete this search</Submit>
          <TextLink href={`/searches/${id}`}>Go back</TextLink>
        </Buttons>
      </Form>
    </CheckPage>
  );
}
