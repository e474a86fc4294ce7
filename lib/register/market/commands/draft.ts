import "server-only";
import type { Scene } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { refuse, refuseChanged } from "@/lib/core/result";
import { nameOf } from "../../service/commands/draft";
import { visibleTo } from "../policy";

const draft = { id: true, title: true } satisfies Prisma.RegisterSelect;

/** The register that is being designed, if this actor may see it. */
export const loadDraft = ({ tx, actor }: Scene, { registerId }: { registerId: string }) =>
  tx.register.findFirst({ where: { id: registerId, AND: visibleTo(actor) }, select: draft });

type Shown = Record<string, string>;

/**
 * Takes the next edit of a design, and holds it until the command is over. Refuses (conflict) a register that has been
 * published, and whoever began before a colleague saved; `shown` then reads what stands where they were typing.
 */
export async function claim(scene: Scene, id: string, edit: number, shown: () => Promise<Shown> | Shown) {
  const { tx, actor } = scene;
  const { count } = await tx.register.updateMany({
    where: { id, edit, frozenAt: null },
    data: { edit: { increment: 1 }, editedById: actor.id },
  });
  if (count === 1) return;
  const late = await tx.register.findUniqueOrThrow({
    where: { id },
    select: { edit: true, frozenAt: true, editedById: true },
  });
  if (late.frozenAt) refuse("conflict", "This register is published. Nothing of it changes while it runs.");
  refuseChanged({
    by: await nameOf(tx, late.editedById),
    at: await savedAt(tx, id),
    version: late.edit,
    values: await shown(),
  });
}

async function savedAt(tx: Tx, subjectId: string): Promise<string> {
  const saved = await tx.auditEvent.findFirst({
    where: { subject: "register", subjectId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  return (saved?.at ?? new Date(0)).toISOString();
}

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

export const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
export const asDay = (date: Date) => date.toISOString().slice(0, 10);
