import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import type { CallOffKindCode } from "@/lib/register/notice/words";
import { fileVisibleTo } from "../record/policy";
import { lawFor } from "../record/queries/ready";
import { noticeToEnd } from "./rules";

const judged = {
  id: true,
  instrument: true,
  estimatePence: true,
  registerId: true,
  route: true,
  publishedAt: true,
  organisation: { select: { isCentral: true } },
} satisfies Prisma.CallOffSelect;

/**
 * The notice that ending a call-off without an award owes, by the law of the day on which it was published: null when it was
 * not published, when nothing is owed, and for whoever may not see it. Within a command give its transaction.
 */
export async function endingNotice(
  actor: Actor,
  id: string,
  tx: Pick<Tx, "callOff" | "part" | "lot"> = db,
): Promise<CallOffKindCode | null> {
  if (!isId(id)) return null;
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: judged });
  if (!row?.publishedAt) return null;
  const { above } = await lawFor(actor, row, { tx, on: londonDay(row.publishedAt) });
  return noticeToEnd(row.route, { covered: above });
}
