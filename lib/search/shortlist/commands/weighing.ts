import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { mayEdit, visibleTo } from "../policy";
import { DropInput, NoteInput, RestoreInput } from "../schema";
import { refusalWords } from "../words";
import { holdOpen, owner } from "./held";

const entry = {
  id: true,
  shortlistId: true,
  note: true,
  droppedAt: true,
  shortlist: { select: owner },
} satisfies Prisma.ShortlistEntrySelect;

const loadEntry = ({ tx, actor }: Scene, { entryId }: { entryId: string }) =>
  tx.shortlistEntry.findFirst({ where: { id: entryId, shortlist: visibleTo(actor) }, select: entry });
type Entry = Prisma.ShortlistEntryGetPayload<{ select: typeof entry }>;
const mayEditEntry = (actor: Scene["actor"], row: Entry) => mayEdit(actor, row.shortlist);

/** Changes the note on a service, unless a colleague changed it since the form was filled: then theirs is shown. */
export const noteEntry = command({
  event: "shortlist.note",
  input: NoteInput,
  load: loadEntry,
  allow: mayEditEntry,
  run: async (scene, { id, shortlistId }, { note, before }) => {
    await holdOpen(scene, shortlistId);
    const { count } = await scene.tx.shortlistEntry.updateMany({ where: { id, note: before }, data: { note } });
    if (count === 0) await refuseNewerNote(scene, { id, shortlistId });
    return { value: { id: shortlistId }, id: shortlistId, detail: { entryId: id } };
  },
});

async function refuseNewerNote(
  { tx }: Scene,
  { id, shortlistId }: { id: string; shortlistId: string },
): Promise<never> {
  const { note } = await tx.shortlistEntry.findUniqueOrThrow({ where: { id }, select: { note: true } });
  const last = await tx.auditEvent.findFirst({
    where: {
      subject: "shortlist",
      subjectId: shortlistId,
      event: "shortlist.note",
      detail: { path: ["entryId"], equals: id },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  const who = last?.actorId ? await tx.user.findUnique({ where: { id: last.actorId }, select: { name: true } }) : null;
  return refuseChanged({
    by: who?.name ?? "A colleague",
    at: (last?.at ?? new Date(0)).toISOString(),
    version: 0,
    values: { Note: note },
  });
}

/** Drops a service from the list with a reason. It stays there to be read. */
export const dropEntry = command({
  event: "shortlist.drop",
  input: DropInput,
  load: loadEntry,
  allow: mayEditEntry,
  run: async (scene, { id, shortlistId }, { reason }) => {
    await holdOpen(scene, shortlistId);
    const { count } = await scene.tx.shortlistEntry.updateMany({
      where: { id, droppedAt: null },
      data: { droppedAt: scene.now, dropReason: reason },
    });
    if (count === 0) refuse("conflict", refusalWords.already);
    return { value: { id: shortlistId }, id: shortlistId, detail: { entryId: id } };
  },
});

/** Puts a dropped service back. The audit keeps that it was dropped. */
export const restoreEntry = command({
  event: "shortlist.restore",
  input: RestoreInput,
  load: loadEntry,
  allow: mayEditEntry,
  run: async (scene, { id, shortlistId }) => {
    await holdOpen(scene, shortlistId);
    const { count } = await scene.tx.shortlistEntry.updateMany({
      where: { id, droppedAt: { not: null } },
      data: { droppedAt: null, dropReason: null },
    });
    if (count === 0) refuse("conflict", refusalWords.already);
    return { value: { id: shortlistId }, id: shortlistId, detail: { entryId: id } };
  },
});
