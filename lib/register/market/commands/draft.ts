import "server-only";
import type { Tx } from "@/lib/core/db";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { nameOf } from "../../service/commands/draft";
import { visibleTo } from "../policy";

const draft = { id: true, title: true } satisfies Prisma.RegisterSelect;

/** The register that is being designed, if this actor may see it. */
export const loadDraft = ({ tx, actor }: Scene, { registerId }: { registerId: string }) =>
  tx.register.findFirst({ where: { id: registerId, AND: visibleTo(actor) }, select: draft });

type Claim = {
  /** What else may have been saved that this save would undo, as lines of history; any line at all when left out. */
  against?: Prisma.AuditEventWhereInput[];
  /** What stands where they were typing, for whoever is told that a colleague saved first. */
  shown: () => Promise<Record<string, string>> | Record<string, string>;
};

/**
 * Takes the next edit of a design, holds it until the command is over, and gives its number, which the command records.
 * Two stewards may work on two pages at once: only what was saved `against` this page since it was opened is a conflict.
 * Refuses a register that has been published.
 */
export async function claim(scene: Scene, id: string, edit: number, { against, shown }: Claim): Promise<number> {
  const { tx, actor } = scene;
  await tx.$queryRaw`select 1 from "Register" where "id" = ${id}::uuid for update`;
  const row = await tx.register.findUniqueOrThrow({
    where: { id },
    select: { edit: true, frozenAt: true, editedById: true },
  });
  if (row.frozenAt) refuse("conflict", "This register is published. Nothing of it changes while it runs.");
  if (row.edit !== edit) {
    const saved = await tx.auditEvent.findFirst({
      where: {
        subject: "register",
        subjectId: id,
        detail: { path: ["edit"], gt: edit },
        ...(against && { OR: against }),
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { at: true, actorId: true },
    });
    if (saved || !against)
      refuseChanged({
        by: await nameOf(tx, saved?.actorId ?? row.editedById),
        at: (saved?.at ?? new Date(0)).toISOString(),
        version: row.edit,
        values: await shown(),
      });
  }
  const next = row.edit + 1;
  await tx.register.update({ where: { id }, data: { edit: next, editedById: actor.id }, select: { id: true } });
  return next;
}

/** A line of history of one part or one condition, or of any where none is named. */
export const about = (event: string, item?: { key: string; id: string | null }): Prisma.AuditEventWhereInput => ({
  event: `register.${event}`,
  ...(item && { detail: { path: [item.key], equals: item.id ?? "" } }),
});

/** Numbers the parts or the conditions of a design anew, from 1, in this order. */
export async function renumber(tx: Tx, table: "part" | "condition", registerId: string, ids: readonly string[]) {
  // Out of the way first: no two rows may have one number, not even for a moment.
  const away = { where: { registerId }, data: { number: { increment: 1000 } } };
  await (table === "part" ? tx.part.updateMany(away) : tx.condition.updateMany(away));
  for (const [at, id] of ids.entries()) {
    const row = { where: { id }, data: { number: at + 1 }, select: { id: true } };
    await (table === "part" ? tx.part.update(row) : tx.condition.update(row));
  }
}
