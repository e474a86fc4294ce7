import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Moment } from "@/components/ui/value";
import type { FormAction } from "@/lib/core/values/form";
import { newId } from "@/lib/core/values/id";
import type { Note } from "@/lib/register/application/decision/queries";

type Props = {
  applicationId: string;
  notes: Note[];
  /** The action that adds a note, for whoever may. */
  add: FormAction | null;
};

/** Notes among those who assess, in order, and a box for one more. */
export function DossierNotes({ applicationId, notes, add }: Props) {
  return (
    <div className="grid gap-8">
      {notes.length === 0 && <p className="text-muted">Nobody has written a note.</p>}
      {notes.length > 0 && (
        <ol className="border-t border-line">
          {notes.map(({ id, text, writtenAt, by }) => (
            <li key={id} className="grid max-w-measure gap-1 border-b border-line py-4">
              <p className="break-words whitespace-pre-line">{text}</p>
              <p className="text-small text-muted">
                {by}, <Moment at={writtenAt} />
              </p>
            </li>
          ))}
        </ol>
      )}
      {add && (
        <Form action={add} idempotencyKey={newId()} label="Add a note">
          <HiddenFields values={{ applicationId }} />
          <TextArea name="text" label="A note" rows={3} />
          <Buttons>
            <Submit kind="secondary">Add the note</Submit>
          </Buttons>
        </Form>
      )}
    </div>
  );
}
