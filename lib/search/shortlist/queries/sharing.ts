import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { visibleTo } from "../policy";

/** The authorities that a list can still be shared with, by name; none for whoever may not see the list. */
export async function listOthers(actor: Actor, shortlistId: string): Promise<{ id: string; name: string }[]> {
  const list = isId(shortlistId)
    ? await db.shortlist.findFirst({
        where: { id: shortlistId, AND: visibleTo(actor) },
        select: { organisationId: true },
      })
    : null;
  if (!list) return [];
  return db.organisation.findMany({
    where: {
      ...{ kind: "authority", validTo: null, id: { not: list.organisationId } },
      shortlistsShared: { none: { shortlistId, endedAt: null } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1_000,
  });
}
