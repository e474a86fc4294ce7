import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { fileVisibleTo } from "../policy";
import { stateAt } from "../rules";
import type { CallOffView } from "../view-words";

const PAGE = 25;

const summary = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  route: true,
  estimatePence: true,
  startsOn: true,
  endsOn: true,
  createdAt: true,
  publishedAt: true,
  closesAt: true,
  decideOn: true,
  standstillEndsOn: true,
  concludedAt: true,
  endedAt: true,
  organisationId: true,
  organisation: { select: { name: true } },
  _count: { select: { lots: true, funders: true } },
} satisfies Prisma.CallOffSelect;

export type CallOffSummary = Prisma.CallOffGetPayload<{ select: typeof summary }>;

const newest: Prisma.CallOffOrderByWithRelationInput[] = [{ createdAt: "desc" }, { id: "desc" }];

const states: Record<CallOffView, CallOffState[] | null> = {
  all: null,
  preparing: ["draft", "conflictsAssessed", "funded"],
  open: ["published"],
  judging: ["closed", "opened", "evaluating", "moderated", "awardProposed", "approved"],
  awarded: ["notified", "standstill", "concluded"],
  ended: ["withdrawn", "cancelled", "unsuccessful"],
};

export type CallOffFilter = { view: CallOffView; words?: string };

/** In one of these states by the clock: `stateAt`, as a filter. */
function standing(chosen: CallOffState[], now: Date): Prisma.CallOffWhereInput {
  const over: Prisma.CallOffWhereInput = { state: "published", closesAt: { lte: now } };
  if (chosen.includes("published")) return { state: { in: chosen }, NOT: over };
  return chosen.includes("closed") ? { OR: [{ state: { in: chosen } }, over] } : { state: { in: chosen } };
}

/** Each as it stands by the clock. */
const byTheClock = (rows: CallOffSummary[]): CallOffSummary[] => {
  const now = new Date();
  return rows.map((row) => ({ ...row, state: stateAt(row, now) }));
};

/** Call-offs of a view whose title, need or reference holds the words, as far as the actor may see their files. */
function matching(actor: Actor, { view, words = "" }: CallOffFilter): Prisma.CallOffWhereInput {
  const chosen = states[view];
  const contains = { contains: words.trim().replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return {
    AND: [
      fileVisibleTo(actor),
      chosen ? standing(chosen, new Date()) : {},
      words.trim() === "" ? {} : { OR: [{ title: contains }, { need: contains }, { reference: contains }] },
    ],
  };
}

/** Call-offs that the actor's authority leads, pays for or judges, newest first; 25 to a page. */
export async function listCallOffs(actor: Actor, { page = 1, ...filter }: CallOffFilter & { page?: number }) {
  const where = matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.callOff.findMany({ where, select: summary, orderBy: newest, take: PAGE, skip: (page - 1) * PAGE }),
    db.callOff.count({ where }),
  ]);
  return { rows: byTheClock(rows), total };
}

/** Every call-off of a view, for a file; bounded. */
export const exportCallOffs = async (actor: Actor, filter: CallOffFilter): Promise<CallOffSummary[]> =>
  byTheClock(
    await db.callOff.findMany({ where: matching(actor, filter), select: summary, orderBy: newest, take: 10_000 }),
  );

/** Earlier call-offs that a new one can be like: those that the actor's own authority led. */
export const listEarlier = (actor: Actor): Promise<{ id: string; title: string; reference: string }[]> =>
  db.callOff.findMany({
    where: { AND: [fileVisibleTo(actor), { organisationId: actor.organisationId ?? "" }] },
    select: { id: true, title: true, reference: true },
    orderBy: newest,
    take: 100,
  });

/** What waits for an officer here: a call-off that has closed, and whose tenders nobody has opened. The oldest first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "authority", "commissioner", "approver")) return [];
  const now = new Date();
  const rows = await db.callOff.findMany({
    where: {
      organisationId: actor.organisationId,
      OR: [{ state: "closed" }, { state: "published", closesAt: { lte: now } }],
      openings: { none: { userId: actor.id } },
    },
    select: { id: true, title: true, closesAt: true, createdAt: true, _count: { select: { openings: true } } },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, title, closesAt, createdAt, _count }) => ({
    id,
    title: `Open the tenders: ${title}`,
    detail:
      _count.openings === 0
        ? "It has closed. Two officers open the tenders together."
        : "A colleague is ready to open them. It takes one more officer.",
    href: `/call-offs/${id}/opening`,
    since: closesAt ?? createdAt,
  }));
}
