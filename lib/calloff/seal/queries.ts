import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import type { TenderState } from "@/lib/core/prisma/enums";
import type { PriceContent, QualityContent } from "../open/tender/content";
import { fileVisibleTo } from "../record/policy";
import { unsealPrice, unsealQuality } from "./box";
import { mayReadPrices, mayReadQuality } from "./policy";

const sealed = {
  id: true,
  organisationId: true,
  openedAt: true,
  lockedAt: true,
  evaluators: { select: { userId: true, role: true } },
  key: { select: { callOffId: true, quality: true, price: true } },
} satisfies Prisma.CallOffSelect;

const content = {
  id: true,
  reference: true,
  state: true,
  organisationId: true,
  reason: true,
  submittedNumber: true,
  organisation: { select: { name: true, reference: true } },
  submissions: { select: { number: true, sealedQuality: true, sealedPrice: true }, where: { droppedAt: null } },
} satisfies Prisma.TenderSelect;

/** An opened tender: whose it is, and its place in the order of references. */
export type Opened = {
  id: string;
  reference: string;
  state: TenderState;
  organisationId: string;
  organisation: { name: string; reference: string };
  reason: string | null;
};

type Reader = Pick<Tx, "callOff" | "tender">;

/**
 * What every tender of a call-off answers, once two officers have opened them, in the order of references. Empty for
 * whoever may not read them and before the opening, whoever asks. Within a command give its transaction.
 */
export async function openedQuality(
  actor: Actor,
  callOffId: string,
  tx: Reader = db,
): Promise<(Opened & { quality: QualityContent })[]> {
  const { key, rows } = await opened(actor, callOffId, tx, mayReadQuality);
  return rows.flatMap(({ submissions, submittedNumber, ...row }) => {
    const text = submissions.find(({ number }) => number === submittedNumber)?.sealedQuality;
    return key && text ? [{ ...row, quality: unsealQuality(key, row.id, text) }] : [];
  });
}

/** What every tender of a call-off costs, once quality is locked. Empty before that and for whoever may not read it. */
export async function openedPrices(
  actor: Actor,
  callOffId: string,
  tx: Reader = db,
): Promise<(Opened & { price: PriceContent })[]> {
  const { key, rows } = await opened(actor, callOffId, tx, mayReadPrices);
  return rows.flatMap(({ submissions, submittedNumber, ...row }) => {
    const text = submissions.find(({ number }) => number === submittedNumber)?.sealedPrice;
    return key && text ? [{ ...row, price: unsealPrice(key, row.id, text) }] : [];
  });
}

async function opened(actor: Actor, callOffId: string, tx: Reader, may: typeof mayReadQuality) {
  const row = await tx.callOff.findFirst({ where: { id: callOffId, AND: fileVisibleTo(actor) }, select: sealed });
  if (!row?.key || !may(actor, row)) return { key: null, rows: [] };
  const rows = await tx.tender.findMany({
    where: { callOffId, state: { in: ["opened", "assessed", "successful", "unsuccessful", "disregarded"] } },
    select: content,
    orderBy: { reference: "asc" },
    take: 500,
  });
  return { key: row.key, rows };
}
