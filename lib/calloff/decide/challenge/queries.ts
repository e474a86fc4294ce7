import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";
import { mayRecord } from "./policy";

const row = {
  id: true,
  state: true,
  grounds: true,
  outcome: true,
  receivedAt: true,
  decidedAt: true,
  organisation: { select: { name: true } },
  callOff: { select: { id: true, reference: true, title: true, organisationId: true } },
} satisfies Prisma.ChallengeSelect;

export type ChallengeRow = Prisma.ChallengeGetPayload<{ select: typeof row }>;

/** The challenges to the award of a call-off, the newest first, for whoever may read its file. */
export const listChallenges = async (actor: Actor, callOffId: string): Promise<ChallengeRow[]> =>
  isId(callOffId)
    ? db.challenge.findMany({
        where: { callOffId, callOff: fileVisibleTo(actor) },
        select: row,
        orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
        take: 200,
      })
    : [];

/** One challenge of a call-off, for whoever may read its file. */
export const findChallenge = async (actor: Actor, callOffId: string, id: string): Promise<ChallengeRow | null> =>
  isId(callOffId) && isId(id)
    ? db.challenge.findFirst({ where: { id, callOffId, callOff: fileVisibleTo(actor) }, select: row })
    : null;

/** Who may object to the award of a call-off: whoever tendered or was invited, once tenders were opened. For those who record it. */
export async function listChallengers(actor: Actor, callOffId: string): Promise<{ id: string; name: string }[]> {
  if (!isId(callOffId)) return [];
  const callOff = await db.callOff.findFirst({
    where: { id: callOffId, openedAt: { not: null }, AND: fileVisibleTo(actor) },
    select: { organisationId: true },
  });
  if (!callOff || !mayRecord(actor, callOff)) return [];
  return db.organisation.findMany({
    where: {
      OR: [
        { tenders: { some: { callOffId, submittedNumber: { not: null } } } },
        { tenderInvites: { some: { callOffId } } },
      ],
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1000,
  });
}
