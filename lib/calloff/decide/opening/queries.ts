import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { declared } from "../../record/commands/step";
import { fileVisibleTo, mayOpen } from "../../record/policy";

/**
 * What the opening page shows: how many tenders came and nothing else of them, who has taken part, and whether the actor
 * may. The number is shown from the close on. Null for whoever may not see the file.
 */
export async function openingOf(actor: Actor, callOffId: string) {
  const row = await db.callOff.findFirst({
    where: { id: callOffId, AND: fileVisibleTo(actor) },
    select: {
      ...{ id: true, reference: true, title: true, state: true, organisationId: true, closesAt: true, openedAt: true },
      openings: { select: { userId: true, at: true, user: { select: { name: true } } }, orderBy: { at: "asc" } },
      _count: { select: { tenders: { where: { state: { notIn: ["draft", "withdrawn"] } } } } },
    },
  });
  if (!row) return null;
  const own = await declared({ tx: db, actor }, callOffId);
  const { _count, ...rest } = row;
  return {
    ...rest,
    tenders: _count.tenders,
    mayTakePart: mayOpen(actor, row),
    tookPart: row.openings.some(({ userId }) => userId === actor.id),
    /** Null while the actor has not said whether they have a conflict of interest. */
    conflicted: own?.conflicted ?? null,
  };
}
