import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import { fileVisibleTo } from "../../../record/policy";

/** Tenders to score, or scores to moderate: what waits for this member of a panel. The oldest first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== "authority") return [];
  const unfinished = { role: "evaluator", finishedAt: null } as const;
  const rows = await db.callOff.findMany({
    where: {
      state: "evaluating",
      AND: [
        fileVisibleTo(actor),
        {
          OR: [
            { evaluators: { some: { userId: actor.id, ...unfinished } } },
            { evaluators: { some: { userId: actor.id, role: "moderator" }, none: unfinished } },
          ],
        },
      ],
    },
    select: {
      ...{ id: true, title: true, openedAt: true, createdAt: true },
      evaluators: { where: { userId: actor.id }, select: { role: true } },
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, title, openedAt, createdAt, evaluators: [own] }) => {
    const moderates = own?.role === "moderator";
    return {
      id,
      title: `${moderates ? "Moderate the scores" : "Score the tenders"}: ${title}`,
      detail: moderates ? "Every evaluator has finished." : "You score alone, and finish when all your scores are in.",
      href: `/call-offs/${id}/${moderates ? "moderation" : "scores"}`,
      since: openedAt ?? createdAt,
    };
  });
}
