import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { notifiableKind, thresholdOn } from "@/lib/reference/thresholds";
import type { CallOffKindCode } from "@/lib/register/notice/words";
import { fileVisibleTo } from "../record/policy";
import { lawFor } from "../record/queries/ready";
import { noticeToAward, noticeToEnd, noticeToSign } from "./rules";

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
  return row?.publishedAt ? noticeToEnd(row.route, await coverOf(actor, row, row.publishedAt, tx)) : null;
}

/** The notice that its award owes, by the law of the same day; within the command that publishes it. */
export async function awardNotice(
  actor: Actor,
  id: string,
  tx: Pick<Tx, "callOff" | "part" | "lot">,
): Promise<CallOffKindCode | null> {
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: judged });
  return row?.publishedAt ? noticeToAward(row.instrument, await coverOf(actor, row, row.publishedAt, tx)) : null;
}

/** The notice that a contract owes once both have signed, by the law of the day of publication; within that command. */
export async function signedNotice(
  actor: Actor,
  id: string,
  tx: Pick<Tx, "callOff" | "part" | "lot">,
): Promise<CallOffKindCode | null> {
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: judged });
  return row?.publishedAt ? noticeToSign(row.instrument, await coverOf(actor, row, row.publishedAt, tx)) : null;
}

/** Whether the Act's own notices are owed in full, and whether the smaller duty below the threshold is. */
async function coverOf(
  actor: Actor,
  row: Prisma.CallOffGetPayload<{ select: typeof judged }>,
  published: Date,
  tx: Pick<Tx, "callOff" | "part" | "lot">,
) {
  const on = londonDay(published);
  const { above } = await lawFor(actor, row, { tx, on });
  const { thresholds } = await reference();
  const notifiable = thresholdOn(thresholds, notifiableKind(row.organisation.isCentral), on);
  return { covered: above, notifiable: notifiable !== undefined && row.estimatePence >= notifiable.pence };
}
