import "server-only";
import { type Command, command, type Scene } from "@/lib/core/command";
import { newId } from "@/lib/core/id";
import { lifecycle } from "@/lib/core/lifecycle";
import { londonDay } from "@/lib/core/moment";
import type { Prisma } from "@/lib/core/prisma/client";
import { nextReference } from "@/lib/core/reference-number";
import { refuse, refuseChanged, refuseField } from "@/lib/core/result";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { inForceOn } from "@/lib/register/service/rates/dates";
import { fromQuery, linesOf, toQuery } from "../address";
import { readAsked, shown } from "../queries/search";
import { readCriteria } from "../schema";
import { findHit } from "../sql/engine";
import { may, mayEdit, mayStart, visibleTo } from "./policy";
import { AddInput, CreateInput, DropInput, FreezeInput, MOST_ENTRIES, NoteInput, RestoreInput } from "./schema";
import { shortlist } from "./states";
import { refusalWords, stateWords } from "./words";

/** Reads the lists before the transaction begins, so that no transaction waits for a second connection. */
const withLists =
  <Out>(run: Command<Out>): Command<Out> =>
  async (actor, raw) => {
    await reference();
    return run(actor, raw);
  };

/** Starts a shortlist with the question that was asked, and with its first service when one is given. */
export const createShortlist = withLists(
  command({
    event: "shortlist.create",
    input: CreateInput,
    load: ({ tx, actor }) =>
      tx.organisation.findFirst({
        where: { id: { in: actor.organisationId ? [actor.organisationId] : [] }, kind: "authority" },
        select: { id: true },
      }),
    allow: mayStart,
    run: async (scene, { id: organisationId }, { name, query, serviceId }) => {
      const { tx, actor, now } = scene;
      const lists = await reference();
      const { criteria } = readCriteria(fromQuery(query), lists);
      const kept = { query: String(toQuery(criteria)), said: linesOf(criteria, lists).map(({ label }) => label) };
      const id = newId(now.getTime());
      await tx.shortlist.create({
        data: {
          id,
          reference: await nextReference(scene, "TL"),
          organisationId,
          name,
          criteria: kept,
          createdById: actor.id ?? refuse("forbidden", "You cannot do that."),
          createdAt: now,
        },
        select: { id: true },
      });
      if (serviceId) {
        const detail = await addEntry(scene, { shortlistId: id, serviceId, query });
        scene.record({ event: "shortlist.add", subject: "shortlist", subjectId: id, detail });
      }
      return { value: { id }, id, detail: kept };
    },
  }),
);

const owner = { id: true, organisationId: true, state: true } satisfies Prisma.ShortlistSelect;

/** Puts a service on an open shortlist: what it says, what it costs and why it was found are pinned as they are now. */
export const addToShortlist = withLists(
  command({
    event: "shortlist.add",
    input: AddInput,
    load: ({ tx, actor }, { shortlistId }) =>
      tx.shortlist.findFirst({ where: { id: shortlistId, AND: visibleTo(actor) }, select: owner }),
    allow: mayEdit,
    run: async (scene, { id }, { serviceId, query }) => {
      await holdOpen(scene, id);
      return { value: { id }, id, detail: await addEntry(scene, { shortlistId: id, serviceId, query }) };
    },
  }),
);

/** Held until commit: adding, noting, dropping and freezing take turns. */
async function holdOpen({ tx }: Scene, id: string) {
  const [list] = await tx.$queryRaw<{ state: string }[]>`
    select "state"::text as state from "Shortlist" where "id" = ${id}::uuid for update`;
  if (list?.state !== "open") refuse("conflict", refusalWords.frozen);
}

type Wanted = { shortlistId: string; serviceId: string; query: string };

async function addEntry(scene: Scene, { shortlistId, serviceId, query }: Wanted) {
  const { tx, actor, now } = scene;
  const entries = await tx.shortlistEntry.findMany({
    where: { shortlistId },
    select: { serviceId: true, droppedAt: true },
    orderBy: { id: "asc" },
    take: MOST_ENTRIES,
  });
  const same = entries.find((entry) => entry.serviceId === serviceId);
  if (same) refuseField("shortlistId", same.droppedAt ? refusalWords.dropped : refusalWords.twice);
  if (entries.length >= MOST_ENTRIES) refuseField("shortlistId", refusalWords.full(MOST_ENTRIES));
  const service = await tx.service.findFirst({
    where: { id: serviceId, AND: buyable() },
    select: { publishedId: true, rateCards: { where: inForceOn(londonDay(now)), select: { id: true }, take: 1 } },
  });
  const rateCardId = service?.rateCards[0]?.id ?? null;
  const versionId = service?.publishedId ?? refuse("conflict", refusalWords.gone);
  const id = newId(now.getTime());
  await tx.shortlistEntry.create({
    data: {
      id,
      shortlistId,
      serviceId,
      versionId,
      rateCardId,
      why: await whyFound(scene, serviceId, query),
      addedById: actor.id ?? refuse("forbidden", "You cannot do that."),
      addedAt: now,
    },
    select: { id: true },
  });
  return { entryId: id, serviceId, versionId, rateCardId };
}

/** Asked again here, so that a list never says that a search found what it did not. */
async function whyFound({ tx, actor }: Scene, serviceId: string, query: string): Promise<string[]> {
  const { criteria } = readCriteria(fromQuery(query), await reference());
  const { question, lists } = await readAsked(actor, criteria);
  const hit = await findHit(tx, question, serviceId);
  return hit ? shown(actor, hit, question, lists).why : [];
}

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

const step = lifecycle({
  subject: "shortlist",
  machine: shortlist,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.shortlist.updateMany({
      where: { id, state: from },
      data: { state: to, frozenAt: now, frozenById: actor.id },
    }),
});

/** Fixes a shortlist for good: its question, its versions and prices, its notes and reasons. */
export const freezeShortlist = step("freeze", {
  input: FreezeInput,
  load: ({ tx, actor }, { shortlistId }) =>
    tx.shortlist.findFirst({ where: { id: shortlistId, AND: visibleTo(actor) }, select: owner }),
  run: async ({ tx }, { id }) => {
    const [kept, dropped] = [
      await tx.shortlistEntry.count({ where: { shortlistId: id, droppedAt: null } }),
      await tx.shortlistEntry.count({ where: { shortlistId: id, droppedAt: { not: null } } }),
    ];
    if (kept + dropped === 0) refuse("conflict", refusalWords.empty);
    return { kept, dropped };
  },
});
