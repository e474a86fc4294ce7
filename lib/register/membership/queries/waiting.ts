import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import type { MembershipState } from "@/lib/core/prisma/enums";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { listWaiting as listStandingWaiting } from "../../standing/queries";
import { mustGo } from "../../standing/rules";
import { visibleTo } from "../policy";
import { reviewHorizon } from "../rules";

const summary = {
  id: true,
  state: true,
  endsOn: true,
  changedAt: true,
  reviewDueOn: true,
  organisation: { select: { name: true } },
  part: { select: { title: true } },
} satisfies Prisma.MembershipSelect;

type Row = Prisma.MembershipGetPayload<{ select: typeof summary }>;

/**
 * What waits for this person about memberships. For a steward: whom the law says must be removed, removals to decide,
 * reviews that are due, exclusions to report. For a member: what stands in its way.
 */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (actor.kind === "provider") return ownWaiting(actor);
  if (!holds(actor, "steward", "assessor", "admin")) return [];
  const today = londonDay(new Date());
  const [debarred, removals, reviews, reports] = await Promise.all([
    holds(actor, "steward", "admin") ? debarredMembers(actor, today) : [],
    holds(actor, "steward", "admin") ? decidable(actor, today) : [],
    dueReviews(actor, today),
    listStandingWaiting(actor),
  ]);
  return [...debarred, ...removals, ...reports, ...reviews];
}

/** Members whose newest look at the debarment list says that they must go. */
async function debarredMembers(actor: Actor, today: string): Promise<Waiting[]> {
  const rows = await db.membership.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { state: { in: ["active", "suspended", "removalProposed", "lapsed"] } },
        { organisation: { debarmentChecks: { some: { ground: "mandatory" } } } },
      ],
    },
    select: {
      ...summary,
      organisation: {
        select: {
          name: true,
          debarmentChecks: {
            select: { checkedOn: true, checkedAt: true, listed: true, ground: true },
            orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
            take: 1,
          },
        },
      },
    },
    orderBy: { id: "asc" },
    take: 50,
  });
  return rows.flatMap((row) => {
    const [check] = row.organisation.debarmentChecks;
    return check && mustGo(check, today)
      ? [
          {
            id: row.id,
            title: `Remove, because it is debarred: ${row.organisation.name}`,
            detail: `${row.part.title}. The law says that it must be removed.`,
            href: `/steward/members/${row.id}`,
            since: check.checkedAt,
            due: check.checkedAt,
          },
        ]
      : [];
  });
}

/** Removals that can be decided: the time to answer is over, or the member said that it has nothing more to say. */
async function decidable(actor: Actor, today: string): Promise<Waiting[]> {
  const rows = await db.membership.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { state: "removalProposed" },
        { OR: [{ endsOn: { lt: asDate(today) } }, { representations: { some: { isLast: true } } }] },
      ],
    },
    select: summary,
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map((row) => ({
    id: row.id,
    title: `Decide on a removal: ${row.organisation.name}`,
    detail: `${row.part.title}. ${row.endsOn && row.endsOn < asDate(today) ? "The time to answer is over." : "It has answered, and has nothing more to say."}`,
    href: `/steward/members/${row.id}`,
    since: row.changedAt,
  }));
}

async function dueReviews(actor: Actor, today: string): Promise<Waiting[]> {
  const rows = await db.membership.findMany({
    where: { AND: [visibleTo(actor), { state: "active", reviewDueOn: { lte: asDate(today) } }] },
    select: summary,
    orderBy: [{ reviewDueOn: "asc" }, { id: "asc" }],
    take: 5,
  });
  return rows.map((row) => ({
    id: row.id,
    title: `Yearly review: ${row.organisation.name}`,
    detail: row.part.title,
    href: `/steward/members/${row.id}`,
    since: row.reviewDueOn,
    due: row.reviewDueOn,
  }));
}

const STOPPED = ["suspended", "removalProposed", "lapsed"] satisfies MembershipState[];

async function ownWaiting(actor: Actor): Promise<Waiting[]> {
  const rows = await db.membership.findMany({
    where: { AND: [visibleTo(actor), { organisationId: actor.organisationId ?? "", state: { in: STOPPED } }] },
    select: summary,
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map((row) => ({
    id: row.id,
    title: titleOf(row),
    detail: row.state === "removalProposed" ? "Read why, and tell us your side." : "Read why, and what you can do.",
    href: `/membership/${row.id}`,
    since: row.changedAt,
    ...(row.endsOn ? { due: row.endsOn } : {}),
  }));
}

const titleOf = ({ state, part }: Row) =>
  ({ suspended: "Suspended: ", removalProposed: "We may remove you: ", lapsed: "Lapsed: " })[
    state === "suspended" || state === "lapsed" ? state : "removalProposed"
  ] + part.title;

/** How many reviews of members are due within the month. */
export const countReviewsDue = (actor: Actor, today: string): Promise<number> =>
  db.membership.count({
    where: { AND: [visibleTo(actor), { state: "active", reviewDueOn: { lte: asDate(reviewHorizon(today)) } }] },
  });
