import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { visibleTo } from "../policy";
import { findReadiness } from "./readiness";

const OPEN = ["draft", "submitted", "inReview", "clarifying", "seconding"] as const;

const own = {
  id: true,
  reference: true,
  state: true,
  band: true,
  version: true,
  organisationId: true,
  registerId: true,
  createdAt: true,
  submittedAt: true,
  submittedById: true,
  assessorId: true,
  proposedById: true,
  dueOn: true,
  decidedAt: true,
  parts: {
    select: { partId: true, decision: true, reasons: true, part: { select: { id: true, number: true, title: true } } },
    orderBy: { part: { number: "asc" } },
  },
  queries: {
    select: { id: true, about: true, question: true, askedAt: true, reply: true, repliedAt: true },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ApplicationSelect;

export type OwnApplication = Prisma.ApplicationGetPayload<{ select: typeof own }>;

/** The open application of the actor's organisation, or else its newest. */
export async function findOwnApplication(actor: Actor): Promise<OwnApplication | null> {
  const mine = {
    AND: [visibleTo(actor), { organisationId: actor.organisationId ?? { in: [] } }],
  } satisfies Prisma.ApplicationWhereInput;
  const orderBy = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.ApplicationOrderByWithRelationInput[];
  const open = await db.application.findFirst({ where: { ...mine, state: { in: [...OPEN] } }, select: own, orderBy });
  return open ?? db.application.findFirst({ where: mine, select: own, orderBy });
}

/** What an application of the actor's organisation still lacks, and what would go with it. */
export async function findOwnReadiness(actor: Actor, { organisationId, registerId, band, parts }: OwnApplication) {
  const partIds = parts.map(({ partId }) => partId);
  const today = londonDay(new Date());
  const found = await findReadiness(actor, { organisationId, registerId, partIds, band, today });
  return found.readiness;
}

const query = {
  id: true,
  about: true,
  question: true,
  askedAt: true,
  reply: true,
  repliedAt: true,
  application: { select: { id: true, reference: true, state: true, organisationId: true, dueOn: true } },
} satisfies Prisma.AnswerQuerySelect;

/** A question that a steward asked about an application that the actor may see. */
export async function findOwnQuery(actor: Actor, id: string) {
  if (!isId(id)) return null;
  return db.answerQuery.findFirst({
    where: { id, application: { AND: [visibleTo(actor), { organisationId: actor.organisationId ?? { in: [] } }] } },
    select: query,
  });
}

/** The parts where the actor's organisation is a member already, with the standing of each. */
export function listOwnMemberships(actor: Actor) {
  return db.membership.findMany({
    where: { organisationId: actor.organisationId ?? { in: [] } },
    select: {
      partId: true,
      state: true,
      band: true,
      since: true,
      reviewDueOn: true,
      part: { select: { number: true, title: true } },
    },
    orderBy: { part: { number: "asc" } },
    take: 100,
  });
}
