import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { londonDay } from "@/lib/core/moment";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import type { Waiting } from "@/lib/core/waiting";
import { workingDaysBetween } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { type DecisionTimes, decisionTimes } from "./decision/rules";
import type { QueueFilter } from "./decision/schema";
import { visibleTo } from "./policy";
import { stateWords } from "./words";

const queued = {
  id: true,
  reference: true,
  state: true,
  submittedAt: true,
  dueOn: true,
  decidedAt: true,
  assessorId: true,
  proposedById: true,
  organisation: { select: { name: true, reference: true, provider: { select: { size: true } } } },
  parts: { select: { part: { select: { number: true, title: true } } }, orderBy: { part: { number: "asc" } } },
} satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof queued }>;

/** A row of the queue: `age` is working days since it was sent, until it was decided; `assessor` is a name. */
export type QueuedApplication = Row & { age: number; overdue: boolean; assessor: string | null };

const OPEN = ["submitted", "inReview", "clarifying"] satisfies ApplicationState[];
const order = [
  { dueOn: { sort: "asc", nulls: "last" } },
  { submittedAt: "asc" },
  { id: "asc" },
] satisfies Prisma.ApplicationOrderByWithRelationInput[];

/** One page of the queue, the soonest due first, and how many there are. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
): Promise<{ rows: QueuedApplication[]; total: number }> {
  const where = await matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.application.findMany({ where, select: queued, orderBy: order, take: 25, skip: (filter.page - 1) * 25 }),
    db.application.count({ where }),
  ]);
  return { rows: await aged(rows), total };
}

/** Every application that matches, for a file; ten thousand at the most. */
export async function listWholeQueue(actor: Actor, filter: QueueFilter): Promise<QueuedApplication[]> {
  return aged(
    await db.application.findMany({
      where: await matching(actor, filter),
      select: queued,
      orderBy: order,
      take: 10_000,
    }),
  );
}

/** How the stewards are doing: what waits, what is late, and how many working days decisions of the last year took. */
export type StewardStatistics = Record<(typeof OPEN)[number], number> & {
  overdue: number;
  mine: number;
  times: DecisionTimes;
};

export async function stewardStatistics(actor: Actor): Promise<StewardStatistics> {
  const { holidays, on } = await reference();
  const visible = visibleTo(actor);
  const [counts, overdue, mine, decided] = await Promise.all([
    db.application.groupBy({ by: ["state"], where: { AND: [visible, { state: { in: OPEN } }] }, _count: true }),
    db.application.count({ where: { AND: [visible, late(on)] } }),
    db.application.count({ where: { AND: [visible, { state: { in: OPEN }, assessorId: actor.id ?? undefined }] } }),
    db.application.findMany({
      where: { AND: [visible, { state: "decided", decidedAt: { gte: new Date(Date.now() - 365 * 86_400_000) } }] },
      select: { submittedAt: true, decidedAt: true },
      orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
      take: 10_000,
    }),
  ]);
  const of = (state: ApplicationState) => counts.find((count) => count.state === state)?._count ?? 0;
  const days = decided.flatMap(({ submittedAt, decidedAt }) =>
    submittedAt && decidedAt ? [workingDaysBetween(londonDay(submittedAt), londonDay(decidedAt), holidays)] : [],
  );
  return {
    submitted: of("submitted"),
    inReview: of("inReview"),
    clarifying: of("clarifying"),
    overdue,
    mine,
    times: decisionTimes(days),
  };
}

/** What waits for this person: for a steward the queue and what they have, for an applicant what stops the application. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const steward: boolean = holds(actor, "steward", "assessor", "admin");
  if (!steward && !holds(actor, "provider", "editor", "signatory")) return [];
  const rows = await db.application.findMany({
    where: {
      AND: [
        visibleTo(actor),
        steward
          ? { OR: [{ state: "submitted" }, { state: "inReview", assessorId: actor.id ?? undefined }] }
          : { organisationId: actor.organisationId ?? undefined, state: { in: ["draft", "clarifying"] } },
      ],
    },
    select: { ...queued, createdAt: true },
    orderBy: order,
    take: 10,
  });
  return rows.map((row) => ({
    id: row.id,
    title: steward ? row.organisation.name : applicantTitles[row.state === "clarifying" ? "clarifying" : "draft"],
    detail: `${row.reference}: ${stateWords[row.state].label.toLowerCase()}`,
    href: steward ? `/steward/applications/${row.id}` : "/apply",
    since: row.submittedAt ?? row.createdAt,
    ...(row.dueOn && steward ? { due: row.dueOn } : {}),
  }));
}

const applicantTitles = { draft: "Finish your application", clarifying: "Answer a question about your application" };

const late = (today: string): Prisma.ApplicationWhereInput => ({
  state: { in: ["submitted", "inReview", "clarifying"] },
  dueOn: { lt: new Date(`${today}T00:00:00Z`) },
});

async function matching(actor: Actor, { q, show, who, part }: QueueFilter): Promise<Prisma.ApplicationWhereInput> {
  const { on } = await reference();
  const shown: Record<QueueFilter["show"], Prisma.ApplicationWhereInput> = {
    open: { state: { in: OPEN } },
    submitted: { state: "submitted" },
    inReview: { state: "inReview" },
    clarifying: { state: "clarifying" },
    overdue: late(on),
    decided: { state: "decided" },
    withdrawn: { state: "withdrawn" },
    all: {},
  };
  return {
    AND: [
      visibleTo(actor),
      shown[show],
      q
        ? { OR: [{ organisation: { name: { contains: q, mode: "insensitive" } } }, { reference: q.toUpperCase() }] }
        : {},
      who === "me" ? { assessorId: actor.id ?? undefined } : who === "nobody" ? { assessorId: null } : {},
      /^\d{1,3}$/.test(part) ? { parts: { some: { part: { number: Number(part) } } } } : {},
    ],
  };
}

async function aged(rows: Row[]): Promise<QueuedApplication[]> {
  const { holidays, on } = await reference();
  const ids = [...new Set(rows.flatMap(({ assessorId }) => assessorId ?? []))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, take: 1000 });
  return rows.map((row) => {
    const ended = row.decidedAt ? londonDay(row.decidedAt) : on;
    const open = OPEN.some((state) => state === row.state);
    return {
      ...row,
      age: row.submittedAt ? workingDaysBetween(londonDay(row.submittedAt), ended, holidays) : 0,
      overdue: open && row.dueOn !== null && row.dueOn.toISOString().slice(0, 10) < on,
      assessor: people.find(({ id }) => id === row.assessorId)?.name ?? null,
    };
  });
}
