import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../../record/policy";

/**
 * How many tenders have come in for a call-off, for whoever sees its file: the number and nothing else, because until two
 * officers open them nobody knows whose they are. Null for whoever does not see the file.
 */
export async function countSubmitted(actor: Actor, callOffId: string): Promise<number | null> {
  if (!isId(callOffId)) return null;
  const row = await db.callOff.findFirst({
    where: { id: callOffId, AND: fileVisibleTo(actor) },
    select: { _count: { select: { tenders: { where: { submittedNumber: { not: null } } } } } },
  });
  return row?._count.tenders ?? null;
}
