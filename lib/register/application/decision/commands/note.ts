import "server-only";
import { command } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { loadAssessed } from "../../commands/step";
import { writesNotes } from "../../policy";
import { NoteInput } from "../schema";

/** Writes a note among those who assess. The applicant never reads it, and nobody changes it later. */
export const addNote = command({
  event: "application.note",
  input: NoteInput,
  load: loadAssessed,
  allow: writesNotes,
  run: async ({ tx, actor, now }, { id }, { text }) => {
    const noteId = newId();
    await tx.applicationNote.create({
      data: { id: noteId, applicationId: id, text, writtenById: actor.id ?? "", writtenAt: now },
    });
    return { value: { id }, id, detail: { noteId } };
  },
});
