import "server-only";
import { type Command, command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { inForceOn } from "@/lib/register/service/rates/dates";
import { fromQuery, linesOf, toQuery } from "../../address";
import { readAsked, shown } from "../../queries/search";
import { readCriteria } from "../../schema";
import { findHit } from "../../sql/engine";
import { readGeneration } from "../../sql/generation";
import { mayEdit, mayStart, visibleTo } from "../policy";
import { AddInput, CreateInput, MOST_ENTRIES } from "../schema";
import { refusalWords } from "../words";
import { holdOpen, owner } from "./held";

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
      const generation = await readGeneration(scene.tx);
      await tx.shortlist.create({
        data: {
          id,
          reference: await nextReference(scene, "TL"),
          organisationId,
          name,
          criteria: kept,
          createdById: actor.id ?? refuse("forbidden", "You cannot do that."),
          createdAt: now,
          startedAtGeneration: generation,
        },
        select: { id: true },
      });
      if (serviceId) {
        const detail = await addEntry(scene, { shortlistId: id, serviceId, query });
        scene.record({ event: "shortlist.add", subject: "shortlist", subjectId: id, detail });
      }
      return { value: { id }, id, detail: { ...kept, generation: String(generation) } };
    },
  }),
);

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
