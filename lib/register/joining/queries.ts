import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { answersRequests, ownedBy, visibleTo } from "./policy";

const request = {
  id: true,
  organisationId: true,
  userId: true,
  state: true,
  message: true,
  askedAt: true,
  answeredAt: true,
  reason: true,
  user: { select: { name: true, email: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.JoinRequestSelect;

/** A request to join, as those who may see it read it. */
export type Request = Prisma.JoinRequestGetPayload<{ select: typeof request }>;

/** One request, for whoever asked and for those who answer. */
export async function findRequest(actor: Actor, id: string): Promise<Request | null> {
  if (!isId(id)) return null;
  return db.joinRequest.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: request });
}

/** Who asked to join the actor's own organisation, those who wait first; nobody for those who do not sign for it. */
export function listRequests(actor: Actor): Promise<Request[]> {
  return db.joinRequest.findMany({
    where: {
      AND: [visibleTo(actor), { organisationId: answersRequests(actor) ? (actor.organisationId ?? "") : { in: [] } }],
    },
    select: request,
    orderBy: [{ state: "asc" }, { askedAt: "desc" }, { id: "asc" }],
    take: 50,
  });
}

/** What this person asked, newest first. */
export function listOwnRequests(actor: Actor): Promise<Request[]> {
  return db.joinRequest.findMany({
    where: ownedBy(actor),
    select: request,
    orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    take: 25,
  });
}

/** Requests that wait for an answer of those who sign. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const all = answersRequests(actor) ? await listRequests(actor) : [];
  return all
    .filter(({ state }) => state === "waiting")
    .slice(0, 10)
    .map(({ id, user, organisation, askedAt }) => ({
      id,
      title: `${user.name || user.email} asks to join ${organisation.name}`,
      detail: "Let them in, or say no.",
      href: `/organisation/requests/${id}`,
      since: askedAt,
    }));
}
