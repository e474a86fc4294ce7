import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { notifiableKind, reachesThreshold } from "@/lib/reference/thresholds";
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

type Judged = Prisma.CallOffGetPayload<{ select: typeof judged }>;
type Reader = Pick<Tx, "callOff" | "part" | "lot">;
/** Whether the Act's own notices are owed in full, and whether the smaller duty below the threshold is. */
type Cover = { covered: boolean; notifiable: boolean };

/**
 * A notice that a call-off owes, by the law of the day on which it was published: null when it was not published, when
 * nothing is owed, and for whoever may not see it.
 */
async function owed(
  actor: Actor,
  id: string,
  tx: Reader,
  kindOf: (row: Judged, cover: Cover) => CallOffKindCode | null,
): Promise<CallOffKindCode | null> {
  if (!isId(id)) return null;
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: judged });
  if (!row?.publishedAt) return null;
  const on = londonDay(row.publishedAt);
  const { above } = await lawFor(actor, row, { tx, on });
  const { thresholds } = await reference();
  const pence = row.estimatePence;
  const notifiable = reachesThreshold(thresholds, notifiableKind(row.organisation.isCentral), { pence, day: on });
  return kindOf(row, { covered: above, notifiable: notifiable ?? false });
}

/** The notice that ending a call-off without an award owes (`owed`). Within a command give its transaction. */
export const endingNotice = (actor: Actor, id: string, tx: Reader = db) =>
  owed(actor, id, tx, ({ route }, cover) => noticeToEnd(route, cover));

/** The notice that its award owes (`owed`); within the command that publishes it. */
export const awardNotice = (actor: Actor, id: string, tx: Reader) =>
  owed(actor, id, tx, ({ instrument }, cover) => noticeToAward(instrument, cover));

/** The notice that a contract owes once both have signed (`owed`); within that command. */
export const signedNotice = (actor: Actor, id: string, tx: Reader) =>
  owed(actor, id, tx, ({ instrument }, cover) => noticeToSign(instrument, cover));
