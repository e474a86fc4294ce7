import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { NoteBefore } from "@/components/search/shortlist/note-before";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { listed } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { isEditable } from "@/lib/search/shortlist/policy";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { drop, note, restore } from "./actions";

export const metadata: Metadata = { title: "Weigh up a service" };

export default async function EntryPage({ params }: PageProps<"/shortlists/[id]/entries/[entry]">) {
  const { id, entry: entryId } = await params;
  const actor = await requireMember("authority");
  const list = (await findShortlist(actor, id)) ?? notFound();
  const entry = list.entries.find((one) => one.id === entryId) ?? notFound();
  if (!isEditable(actor, list)) notFound();
  const fields = { entryId: entry.id };

  return (
    <>
      <BackLink href={`/shortlists/${list.id}`}>{list.name}</BackLink>
      <PageHeader title={entry.version.title} caption={entry.service.organisation.name} />
      <Section title="Your note" id="note-part">
        <Form action={note} label="Note">
          <HiddenFields values={fields} />
          <NoteBefore before={entry.note} />
          <TextArea
            name="note"
            label="What should your colleagues know?"
            hint={
              list.shares.length > 0
                ? `Everyone at your authority can change it. ${listed(list.shares.map(({ name }) => name))} can read it, and so can auditors.`
                : "Everyone at your authority can read and change it. Auditors can read it."
            }
            defaultValue={entry.note}
            optional
          />
          <Buttons>
            <Submit kind="secondary">Save the note</Submit>
          </Buttons>
        </Form>
      </Section>
      {entry.droppedAt ? (
        <Section title="Put it back" id="restore" lead={`It was dropped: ${entry.dropReason}`}>
          <Form action={restore} label="Put it back" idempotencyKey={newId()}>
            <HiddenFields values={fields} />
            <Buttons>
              <Submit>Put it back on the shortlist</Submit>
            </Buttons>
          </Form>
        </Section>
      ) : (
        <Section
          title="Drop it"
          id="drop"
          lead="It stays on the page with your reason. You can put it back until the list is frozen."
        >
          <Form action={drop} label="Drop it" idempotencyKey={newId()}>
            <HiddenFields values={fields} />
            <TextArea name="reason" label="Why is it dropped?" rows={3} />
            <Buttons>
              <Submit kind="warning">Drop this service</Submit>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}
