import "server-only";
import type { Actor } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { entryOf } from "../entry";
import { mayWrite, ownTenders } from "../policy";
import { stateToTell } from "../rules";

const clock = () => pretendedNow() ?? new Date();

const line = {
  id: true,
  reference: true,
  state: true,
  createdAt: true,
  submittedAt: true,
  callOff: {
    select: {
      reference: true,
      title: true,
      state: true,
      closesAt: true,
      organisation: { select: { name: true } },
    },
  },
} satisfies Prisma.TenderSelect;

export type TenderLine = Prisma.TenderGetPayload<{ select: typeof line }>;

/** The tenders of the actor's own organisation, newest first. Two hundred at the most. */
export async function listTenders(actor: Actor): Promise<TenderLine[]> {
  const rows = await db.tender.findMany({
    where: ownTenders(actor),
    select: line,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((row) => ({ ...row, state: stateToTell(row.state, row.callOff.state) }));
}

const opening = {
  id: true,
  reference: true,
  title: true,
  state: true,
  closesAt: true,
  route: true,
  registerId: true,
  organisation: { select: { name: true } },
  lots: { select: { id: true, categoryCode: true } },
  invitations: { select: { state: true, organisationId: true } },
} satisfies Prisma.CallOffSelect;

/** What the actor's organisation can tender for and has not begun, the next to close first. Fifty at the most. */
export async function listOpenings(actor: Actor) {
  const organisationId = actor.organisationId;
  if (actor.kind !== "provider" || !organisationId) return [];
  const rows = await db.callOff.findMany({
    where: {
      state: "published",
      closesAt: { gt: clock() },
      tenders: { none: { organisationId } },
      OR: [
        { route: { in: ["belowThreshold", "grantRound", "marketCompetition"] } },
        { invitations: { some: { organisationId } } },
      ],
    },
    select: { ...opening, invitations: { ...opening.invitations, where: { organisationId } } },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 50,
  });
  const entries = await Promise.all(rows.map((row) => entryOf(db, organisationId, row)));
  return rows.flatMap(({ invitations: [invitation], ...row }, at) =>
    entries[at]?.problem === null && invitation?.state !== "declined"
      ? [{ ...row, invited: invitation !== undefined }]
      : [],
  );
}

/** Drafts of the actor's organisation that still can be submitted, the next to close first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!mayWrite(actor)) return [];
  const rows = await db.tender.findMany({
    where: { AND: ownTenders(actor), state: "draft", callOff: { state: "published", closesAt: { gt: clock() } } },
    select: { id: true, createdAt: true, callOff: { select: { title: true, closesAt: true } } },
    orderBy: [{ callOff: { closesAt: "asc" } }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, createdAt, callOff }) => ({
    id,
    title: `Finish your tender: ${callOff.title}`,
    detail: "It is a draft. Nothing has been sent.",
    href: `/tenders/${id}`,
    since: createdAt,
    ...(callOff.closesAt ? { due: callOff.closesAt } : {}),
  }));
}
