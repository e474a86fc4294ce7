import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import { addDays, asDate, endOfLondonDay, londonDay } from "@/lib/core/values/moment";
import { addWorkingDays, workingDaysBetween } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { visibleTo } from "../../policy";
import type { QueueFilter } from "../schema";

const queued = {
  id: true,
  reference: true,
  state: true,
  band: true,
  submittedAt: true,
  dueOn: true,
  decidedAt: true,
  assessorId: true,
  proposedById: true,
  organisation: { select: { name: true, reference: true, provider: { select: { size: true } } } },
  parts: { select: { part: { select: { number: true, title: true } } }, orderBy: { part: { number: "asc" } } },
} satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof queued }>;

/** A row of the queue: `age` is working days since it was sent, until it was decided; `late` is working days past its due date, or 0; `assessor` is a name. */
export type QueuedApplication = Row & { age: number; late: number; assessor: string | null };

/** The states in which an application waits for a decision. */
export const openStates = ["submitted", "inReview", "clarifying", "seconding"] satisfies ApplicationState[];

const order = [
  { dueOn: { sort: "asc", nulls: "last" } },
  { submittedAt: "asc" },
  { id: "asc" },
] satisfies Prisma.ApplicationOrderByWithRelationInput[];

const SIZE = 25;

/** One page of the queue, the soonest due first, and how many there are. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
): Promise<{ rows: QueuedApplication[]; total: number }> {
  const where = await matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.application.findMany({ where, select: queued, orderBy: order, take: SIZE, skip: (filter.page - 1) * SIZE }),
    db.application.count({ where }),
  ]);
  return { rows: await aged(rows), total };
}

/** Every application that matches, for a file; ten thousand at the most. */
export async function listWholeQueue(actor: Actor, filter: QueueFilter): Promise<QueuedApplication[]> {
  const where = await matching(actor, filter);
  return aged(await db.application.findMany({ where, select: queued, orderBy: order, take: 10_000 }));
}

/** How many applications each thing to show would show, with the other filters as they are. */
export async function countQueue(actor: Actor, filter: QueueFilter): Promise<Record<QueueFilter["show"], number>> {
  const { on } = await reference();
  const where = await matching(actor, { ...filter, show: "all" });
  const [states, overdue] = await Promise.all([
    db.application.groupBy({ by: ["state"], where, _count: true }),
    db.application.count({ where: { AND: [where, isLate(on)] } }),
  ]);
  const of = (...wanted: ApplicationState[]) =>
    states.filter(({ state }) => wanted.includes(state)).reduce((total, { _count }) => total + _count, 0);
  return {
    open: of(...openStates),
    submitted: of("submitted"),
    inReview: of("inReview"),
    clarifying: of("clarifying"),
    seconding: of("seconding"),
    overdue,
    decided: of("decided"),
    withdrawn: of("withdrawn"),
    all: states.reduce((total, { _count }) => total + _count, 0),
  };
}

/** Open, and past its due date. */
export const isLate = (today: string): Prisma.ApplicationWhereInput => ({
  state: { in: openStates },
  dueOn: { lt: asDate(today) },
});

async function matching(actor: Actor, filter: QueueFilter): Promise<Prisma.ApplicationWhereInput> {
  const { q, show, who, part, age, due } = filter;
  const { on, holidays } = await reference();
  const shown: Record<QueueFilter["show"], Prisma.ApplicationWhereInput> = {
    open: { state: { in: openStates } },
    submitted: { state: "submitted" },
    inReview: { state: "inReview" },
    clarifying: { state: "clarifying" },
    seconding: { state: "seconding" },
    overdue: isLate(on),
    decided: { state: "decided" },
    withdrawn: { state: "withdrawn" },
    all: {},
  };
  const dueBy: Record<NonNullable<QueueFilter["due"]>, Prisma.ApplicationWhereInput> = {
    late: isLate(on),
    week: { dueOn: { gte: asDate(on), lte: asDate(addDays(on, 7)) } },
    fortnight: { dueOn: { gte: asDate(on), lte: asDate(addDays(on, 14)) } },
  };
  const whose = who === "me" ? (actor.id ?? undefined) : who === "nobody" ? null : who;
  return {
    AND: [
      visibleTo(actor),
      // The queue is of what was sent, also for whoever may see a draft of their own.
      { submittedAt: { not: null } },
      shown[show],
      q
        ? { OR: [{ organisation: { name: { contains: q, mode: "insensitive" } } }, { reference: q.toUpperCase() }] }
        : {},
      who === "anyone" ? {} : { assessorId: whose },
      /^\d{1,3}$/.test(part) ? { parts: { some: { part: { number: Number(part) } } } } : {},
      age ? { submittedAt: { lte: endOfLondonDay(addWorkingDays(on, -Number(age), holidays)) } } : {},
      due ? dueBy[due] : {},
    ],
  };
}

async function aged(rows: Row[]): Promise<QueuedApplication[]> {
  const { holidays, on } = await reference();
  const ids = [...new Set(rows.flatMap(({ assessorId }) => assessorId ?? []))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, take: 1000 });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const ended = row.decidedAt ? londonDay(row.decidedAt) : on;
    const due = row.dueOn?.toISOString().slice(0, 10);
    const open = openStates.some((state) => state === row.state);
    return {
      ...row,
      age: row.submittedAt ? workingDaysBetween(londonDay(row.submittedAt), ended, holidays) : 0,
      late: open && due && due < on ? Math.max(1, workingDaysBetween(due, on, holidays)) : 0,
      assessor: names.get(row.assessorId ?? "") ?? null,
    };
  });
}
