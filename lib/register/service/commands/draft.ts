import "server-only";
import type { Tx } from "@/lib/core/db";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { content } from "../facts";
import { visibleTo } from "../policy";
import { stateWords } from "../words";

type Content = Prisma.ServiceVersionGetPayload<{ select: typeof content }>;

const editable = {
  id: true,
  state: true,
  organisationId: true,
  partId: true,
  part: { select: { title: true, categoryCode: true } },
  draft: { select: { id: true, number: true, submittedAt: true, ...content } },
} satisfies Prisma.ServiceSelect;

export type Editable = Prisma.ServiceGetPayload<{ select: typeof editable }>;

/** A service with the version that is being written, when the actor may see it. */
export const loadEditable = ({ tx, actor }: Scene, { serviceId }: { serviceId: string }) =>
  tx.service.findFirst({ where: { id: serviceId, AND: visibleTo(actor) }, select: editable });

type Change = Partial<Content>;
type Shown = (version: Content) => Record<string, string>;

/**
 * Saves a part of the version that is being written, unless a colleague saved since the form was filled: then theirs is
 * shown and nothing is lost. `shown` gives the colleague's answers under the words of the form.
 */
export async function saveDraft(
  scene: Scene,
  row: Editable,
  { edit, change, shown }: { edit: number; change: Change; shown: Shown },
) {
  const { tx, actor, now } = scene;
  const draft = openDraft(row);
  const { count } = await tx.serviceVersion.updateMany({
    where: { id: draft.id, edit, submittedAt: null },
    data: { ...change, edit: { increment: 1 }, editedById: actor.id, editedAt: now },
  });
  if (count === 0) return refuseLate(tx, draft.id, shown);
  return {
    value: { id: row.id },
    id: row.id,
    detail: { version: draft.number, edit: edit + 1, saved: Object.keys(change) },
  };
}

/** The version that may still be written; otherwise says why there is none. */
export function openDraft(row: Pick<Editable, "state" | "draft">) {
  if (row.state === "withdrawn") return refuse("conflict", stateWords.withdrawn.meaning);
  if (!row.draft) return refuse("conflict", "This service is published. Choose “Change what it says” first.");
  if (row.draft.submittedAt)
    return refuse("conflict", "This service is being checked. You can change it when it comes back.");
  return row.draft;
}

async function refuseLate(tx: Tx, id: string, shown: Shown): Promise<never> {
  const late = await tx.serviceVersion.findUniqueOrThrow({
    where: { id },
    select: { edit: true, editedById: true, editedAt: true, submittedAt: true, ...content },
  });
  if (late.submittedAt)
    refuse("conflict", "A colleague has sent this service to be checked. You can change it when it comes back.");
  return refuseChanged({
    by: await nameOf(tx, late.editedById),
    at: late.editedAt.toISOString(),
    version: late.edit,
    values: shown(late),
  });
}

/** The name of a colleague, for the sentence that says who saved first. */
export async function nameOf(tx: Tx, userId: string | null): Promise<string> {
  const user = userId ? await tx.user.findUnique({ where: { id: userId }, select: { name: true } }) : null;
  return user?.name ?? "A colleague";
}

/** Starts the next version of a service from another of its versions, ready to be changed. */
export async function copyVersion({ tx, actor, now }: Scene, serviceId: string, fromId: string): Promise<string> {
  const from = await tx.serviceVersion.findUniqueOrThrow({ where: { id: fromId }, select: content });
  const last = await tx.serviceVersion.aggregate({ where: { serviceId }, _max: { number: true } });
  const id = newId(now.getTime());
  await tx.serviceVersion.create({
    data: { ...from, id, serviceId, number: (last._max.number ?? 0) + 1, editedById: actor.id, editedAt: now },
  });
  await tx.service.update({ where: { id: serviceId }, data: { draftId: id } });
  return id;
}
