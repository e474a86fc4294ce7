import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";

const clock = () => pretendedNow() ?? new Date();

/** Invitations that a provider has not answered, and questions that a commissioner has not: each of a call-off that is open. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const { organisationId } = actor;
  if (!organisationId) return [];
  if (holds(actor, "provider", "signatory", "editor")) return invitations(organisationId);
  return holds(actor, "authority", "commissioner") ? questions(organisationId) : [];
}

async function invitations(organisationId: string): Promise<Waiting[]> {
  const rows = await db.invitation.findMany({
    where: {
      organisationId,
      state: "invited",
      callOff: {
        state: "published",
        closesAt: { gt: clock() },
        // Whoever has begun a tender has answered.
        tenders: { none: { organisationId } },
      },
    },
    select: {
      id: true,
      invitedAt: true,
      callOff: {
        select: { reference: true, title: true, closesAt: true, organisation: { select: { name: true } } },
      },
    },
    orderBy: [{ callOff: { closesAt: "asc" } }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, invitedAt, callOff }) => ({
    id,
    title: `You are invited to tender: ${callOff.title}`,
    detail: `${callOff.organisation.name} asks whether you mean to tender.`,
    href: `/opportunities/${callOff.reference}`,
    since: invitedAt,
    ...(callOff.closesAt ? { due: callOff.closesAt } : {}),
  }));
}

async function questions(organisationId: string): Promise<Waiting[]> {
  const rows = await db.clarification.findMany({
    where: { answer: null, callOff: { organisationId, state: "published", closesAt: { gt: clock() } } },
    select: {
      id: true,
      number: true,
      askedAt: true,
      callOff: { select: { id: true, title: true, closesAt: true } },
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, number, askedAt, callOff }) => ({
    id,
    title: `Answer question ${number}: ${callOff.title}`,
    detail: "Somebody asked. The answer goes to everyone.",
    href: `/call-offs/${callOff.id}/clarifications#question-${number}`,
    since: askedAt,
    ...(callOff.closesAt ? { due: callOff.closesAt } : {}),
  }));
}
