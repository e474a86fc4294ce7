import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { visibleTo } from "./policy";

const line = {
  organisationId: true,
  state: true,
  leadId: true,
  createdAt: true,
  organisation: { select: { name: true, reference: true } },
  partners: {
    select: {
      id: true,
      organisationId: true,
      state: true,
      shareBp: true,
      does: true,
      askedAt: true,
      answeredAt: true,
      reason: true,
      organisation: { select: { name: true, reference: true } },
    },
    orderBy: [{ shareBp: "desc" }, { id: "asc" }],
  },
} satisfies Prisma.ConsortiumSelect;

const whole = {
  ...line,
  purpose: true,
  version: true,
  formedAt: true,
  endedAt: true,
  reason: true,
  organisation: {
    select: {
      name: true,
      reference: true,
      memberships: {
        select: { id: true, state: true, band: true, part: { select: { number: true, title: true } } },
        orderBy: { part: { number: "asc" } },
      },
    },
  },
} satisfies Prisma.ConsortiumSelect;

export type ConsortiumLine = Prisma.ConsortiumGetPayload<{ select: typeof line }>;
export type ConsortiumWhole = Prisma.ConsortiumGetPayload<{ select: typeof whole }>;

/** The consortia that the actor's organisation leads, is in or is, newest first; for stewards and auditors, all. Two hundred at the most. */
export const listConsortia = (actor: Actor): Promise<ConsortiumLine[]> =>
  db.consortium.findMany({
    where: visibleTo(actor),
    select: line,
    orderBy: [{ createdAt: "desc" }, { organisationId: "asc" }],
    take: 200,
  });

/** One consortium with its partners and the parts that it is a member of. */
export async function findConsortium(actor: Actor, id: string): Promise<ConsortiumWhole | null> {
  return isId(id)
    ? db.consortium.findFirst({ where: { organisationId: id, AND: visibleTo(actor) }, select: whole })
    : null;
}

export type PublicPartner = { name: string; reference: string; shareBp: number; isLead: boolean };

/** Who is in a consortium that stands, for its page on the register; empty for any other organisation. The same for everybody. */
export async function listPublicPartners(_actor: Actor, reference: string): Promise<PublicPartner[]> {
  const row = await db.consortium.findFirst({
    where: { state: "formed", organisation: { reference } },
    select: {
      leadId: true,
      partners: {
        where: { state: "agreed" },
        select: { organisationId: true, shareBp: true, organisation: { select: { name: true, reference: true } } },
        orderBy: [{ shareBp: "desc" }, { id: "asc" }],
      },
    },
  });
  return (row?.partners ?? []).map(({ organisation, shareBp, organisationId }) => ({
    ...organisation,
    shareBp,
    isLead: organisationId === row?.leadId,
  }));
}

/** What waits for this person about consortia: shares that their organisation is asked to agree to. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== "provider") return [];
  const rows = await db.consortiumPartner.findMany({
    where: {
      organisationId: actor.organisationId,
      state: "invited",
      consortium: { AND: [visibleTo(actor), { state: "forming" }] },
    },
    select: { consortiumId: true, askedAt: true, consortium: { select: { organisation: { select: { name: true } } } } },
    orderBy: { askedAt: "asc" },
    take: 10,
  });
  return rows.map(({ consortiumId, askedAt, consortium }) => ({
    id: consortiumId,
    title: `Agree to a consortium: ${consortium.organisation.name}`,
    detail: "Read the plan and your share. A signatory agrees or declines.",
    href: `/consortia/${consortiumId}`,
    since: askedAt,
  }));
}
