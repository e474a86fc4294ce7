import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { newestCheck } from "../standing/queries";
import { mustGo, type Standing, standingIn } from "../standing/rules";
import { visibleTo } from "./policy";
import { reviewHorizon } from "./rules";
import type { MembersFilter } from "./schema";

export { listWaiting } from "./queries/waiting";

const summary = {
  id: true,
  state: true,
  band: true,
  since: true,
  endsOn: true,
  reviewDueOn: true,
  organisationId: true,
  organisation: { select: { reference: true, name: true } },
  part: { select: { number: true, title: true } },
} satisfies Prisma.MembershipSelect;

const detail = {
  ...summary,
  reason: true,
  changedAt: true,
  proposedById: true,
  proposedGround: true,
  reviewedAt: true,
  reviewNote: true,
  representations: {
    select: { id: true, text: true, madeAt: true, isLast: true, madeById: true },
    orderBy: { madeAt: "asc" },
    take: 50,
  },
  organisation: {
    select: {
      reference: true,
      name: true,
      typeCode: true,
      identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
      provider: { select: { size: true, vcse: true, contactEmail: true } },
      memberships: {
        select: { id: true, state: true, part: { select: { number: true, title: true } } },
        orderBy: { part: { number: "asc" } },
        take: 50,
      },
    },
  },
  services: {
    select: {
      id: true,
      reference: true,
      state: true,
      published: { select: { title: true } },
      draft: { select: { title: true } },
    },
    orderBy: { reference: "asc" },
    take: 50,
  },
} satisfies Prisma.MembershipSelect;

export type MemberSummary = Prisma.MembershipGetPayload<{ select: typeof summary }>;
export type MemberDetail = Prisma.MembershipGetPayload<{ select: typeof detail }> & {
  standing: Standing;
  /** Whether the law says that it must be removed. */
  mustGo: boolean;
  isReviewDue: boolean;
};

const SIZE = 25;
const order = [
  { organisation: { name: "asc" } },
  { part: { number: "asc" } },
  { id: "asc" },
] satisfies Prisma.MembershipOrderByWithRelationInput[];

/** One page of memberships, by organisation, and how many there are. */
export async function listMembers(
  actor: Actor,
  filter: MembersFilter,
): Promise<{ rows: MemberSummary[]; total: number }> {
  const where = matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.membership.findMany({ where, select: summary, orderBy: order, take: SIZE, skip: (filter.page - 1) * SIZE }),
    db.membership.count({ where }),
  ]);
  return { rows, total };
}

/** Every membership that matches, for a file; ten thousand at the most. */
export const listAllMembers = (actor: Actor, filter: MembersFilter): Promise<MemberSummary[]> =>
  db.membership.findMany({ where: matching(actor, filter), select: summary, orderBy: order, take: 10_000 });

/** One membership with whose it is, their other parts, the services under it, and how it stands on the debarment list. */
export async function findMember(actor: Actor, id: string): Promise<MemberDetail | null> {
  if (!isId(id)) return null;
  const row = await db.membership.findFirst({ where: { id, AND: visibleTo(actor) }, select: detail });
  if (!row) return null;
  const [check, today] = [await newestCheck(actor, row.organisationId), londonDay(new Date())];
  return {
    ...row,
    standing: standingIn(check, today),
    mustGo: mustGo(check, today),
    isReviewDue: row.reviewDueOn <= asDate(reviewHorizon(today)),
  };
}

const own = {
  id: true,
  state: true,
  band: true,
  since: true,
  endsOn: true,
  reason: true,
  reviewDueOn: true,
  changedAt: true,
  organisationId: true,
  proposedById: true,
  part: {
    select: { number: true, title: true, register: { select: { bands: { select: { number: true, title: true } } } } },
  },
  services: { where: { state: { not: "withdrawn" } }, select: { id: true } },
  representations: {
    select: { id: true, text: true, madeAt: true, isLast: true },
    orderBy: { madeAt: "asc" },
    take: 50,
  },
} satisfies Prisma.MembershipSelect;

export type OwnMembership = Prisma.MembershipGetPayload<{ select: typeof own }>;

const ownOf = (actor: Actor) =>
  ({
    AND: [visibleTo(actor), { organisationId: actor.organisationId ?? { in: [] } }],
  }) satisfies Prisma.MembershipWhereInput;

/** The actor's own organisation's memberships in full: their standing, why, and what was said about it. */
export const listOwnMemberships = (actor: Actor): Promise<OwnMembership[]> =>
  db.membership.findMany({
    where: ownOf(actor),
    select: own,
    orderBy: [{ part: { number: "asc" } }, { id: "asc" }],
    take: 100,
  });

/** One membership of the actor's own organisation. */
export async function findOwnMembership(actor: Actor, id: string): Promise<OwnMembership | null> {
  return isId(id) ? db.membership.findFirst({ where: { id, AND: ownOf(actor) }, select: own }) : null;
}

/** An organisation's own memberships. */
export function listMemberships(actor: Actor, organisationId: string): Promise<MemberSummary[]> {
  if (!isId(organisationId)) return Promise.resolve([]);
  return db.membership.findMany({
    where: { organisationId, AND: visibleTo(actor) },
    select: summary,
    orderBy: order,
    take: 50,
  });
}

export type MemberEvent = { id: string; event: string; at: Date; who: string | null };

/** What has happened to a membership that this actor may see, newest first. */
export async function listMemberEvents(actor: Actor, id: string): Promise<MemberEvent[]> {
  if (!(await findMember(actor, id))) return [];
  const lines = await db.auditEvent.findMany({
    where: { subject: "membership", subjectId: id },
    select: { id: true, event: true, at: true, actorId: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
  const ids = lines.flatMap(({ actorId }) => actorId ?? []);
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, take: 100 });
  return lines.map(({ actorId, ...line }) => ({ ...line, who: people.find(({ id }) => id === actorId)?.name ?? null }));
}

/** How many active members each part has. */
export async function countByPart(actor: Actor): Promise<Map<string, number>> {
  const counts = await db.membership.groupBy({
    by: ["partId"],
    where: { AND: [visibleTo(actor), { state: "active" }] },
    _count: true,
  });
  return new Map(counts.map(({ partId, _count }) => [partId, _count]));
}

/** Suspensions whose last day has passed by a day. */
export const listSuspensionsOver = (actor: Actor, day: string): Promise<{ id: string }[]> =>
  db.membership.findMany({
    where: { state: "suspended", endsOn: { lt: asDate(day) }, AND: visibleTo(actor) },
    select: { id: true },
    orderBy: { id: "asc" },
    take: 500,
  });

function matching(actor: Actor, { q, part, state, review }: MembersFilter): Prisma.MembershipWhereInput {
  return {
    AND: [
      visibleTo(actor),
      q
        ? { organisation: { OR: [{ name: { contains: q, mode: "insensitive" } }, { reference: q.toUpperCase() }] } }
        : {},
      /^\d{1,3}$/.test(part) ? { part: { number: Number(part) } } : {},
      state ? { state } : {},
      review ? { state: "active", reviewDueOn: { lte: asDate(reviewHorizon(londonDay(new Date()))) } } : {},
    ],
  };
}
