import "server-only";
import { type Actor, system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import { addMonths, asDay, londonDay, startOfLondonDay } from "@/lib/core/values/moment";
import { workingDaysBetween } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { readsQueue, visibleTo } from "../../policy";
import type { StatisticsFilter } from "../schema";
import {
  byKind,
  byReason,
  bySize,
  type Counted,
  type DecisionTimes,
  type KindRow,
  type Month,
  monthsOf,
  type ReasonRow,
  type SizeRow,
  timesOf,
} from "../statistic-rules";
import { isLate, openStates } from "./queue";

/** How the stewards are doing now: what waits, what is late, and how many working days decisions of the last year took. */
export type Now = Record<(typeof openStates)[number], number> & { overdue: number; mine: number; times: DecisionTimes };

export async function stewardStatistics(actor: Actor): Promise<Now> {
  const { on } = await reference();
  const visible = visibleTo(actor);
  const [counts, overdue, mine, rows] = await Promise.all([
    db.application.groupBy({ by: ["state"], where: { AND: [visible, { state: { in: openStates } }] }, _count: true }),
    db.application.count({ where: { AND: [visible, isLate(on)] } }),
    db.application.count({
      where: { AND: [visible, { state: { in: openStates }, assessorId: actor.id ?? undefined }] },
    }),
    countedSince(actor, addMonths(on, -12)),
  ]);
  const of = (state: ApplicationState) => counts.find((count) => count.state === state)?._count ?? 0;
  return {
    submitted: of("submitted"),
    inReview: of("inReview"),
    clarifying: of("clarifying"),
    seconding: of("seconding"),
    overdue,
    mine,
    times: timesOf(rows.filter(({ decidedOn }) => decidedOn !== null)),
  };
}

let told: { on: string; times: Promise<DecisionTimes> } | null = null;

/** How many working days decisions of the last 12 months took, for everybody: figures alone. Counted once a day in a process. */
export async function publicDecisionTimes(_actor: Actor): Promise<DecisionTimes> {
  const { on } = await reference();
  if (told?.on !== on) {
    const times = countedSince(system, addMonths(on, -12)).then((rows) =>
      timesOf(rows.filter(({ decidedOn }) => decidedOn !== null)),
    );
    told = { on, times };
    times.catch(() => {
      told = null;
    });
  }
  return told.times;
}

/** How decisions went in a period: by month, by size of organisation, by reason, and who was admitted. */
export type DecisionStatistics = {
  from: string;
  to: string;
  years: number[];
  times: DecisionTimes;
  admitted: number;
  refused: number;
  months: Month[];
  sizes: SizeRow[];
  reasons: ReasonRow[];
  kinds: KindRow[];
};

/** The figures of a year, or of the last 12 months, for stewards and auditors. They are about organisations, so small numbers are shown. */
export async function decisionStatistics(actor: Actor, { year }: StatisticsFilter): Promise<DecisionStatistics | null> {
  if (!readsQueue(actor)) return null;
  const { on } = await reference();
  const from = year ? `${year}-01-01` : `${addMonths(on, -11).slice(0, 7)}-01`;
  const [to = on] = [year ? `${year}-12-31` : on, on].toSorted();
  const [rows, first] = await Promise.all([
    countedSince(actor, from),
    db.application.findFirst({
      where: { AND: [visibleTo(actor), { submittedAt: { not: null } }] },
      select: { submittedAt: true },
      orderBy: { submittedAt: "asc" },
    }),
  ]);
  const decided = rows.filter(({ decidedOn }) => decidedOn !== null && decidedOn >= from && decidedOn <= to);
  const outcome = (wanted: "admitted" | "refused") =>
    decided.flatMap(({ parts }) => parts).filter(({ decision }) => decision === wanted).length;
  const thisYear = Number(on.slice(0, 4));
  const firstYear = first?.submittedAt ? Number(londonDay(first.submittedAt).slice(0, 4)) : thisYear;
  return {
    from,
    to,
    years: Array.from({ length: thisYear - firstYear + 1 }, (_, at) => thisYear - at),
    times: timesOf(decided),
    admitted: outcome("admitted"),
    refused: outcome("refused"),
    months: from <= to ? monthsOf(rows, { from: from.slice(0, 7), to: to.slice(0, 7), today: to }) : [],
    sizes: bySize(decided),
    reasons: byReason(decided),
    kinds: byKind(decided),
  };
}

/** The applications that were open or decided on or after a day; those withdrawn are not counted. Fifty thousand at the most. */
async function countedSince(actor: Actor, from: string): Promise<Counted[]> {
  const { holidays } = await reference();
  const rows = await db.application.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { submittedAt: { not: null }, state: { not: "withdrawn" } },
        { OR: [{ decidedAt: null }, { decidedAt: { gte: startOfLondonDay(from) } }] },
      ],
    },
    select: {
      submittedAt: true,
      dueOn: true,
      decidedAt: true,
      organisation: { select: { provider: { select: { size: true, vcse: true } } } },
      parts: { select: { decision: true, reasonCodes: true } },
    },
    orderBy: { id: "asc" },
    take: 50_000,
  });
  return rows.flatMap(({ submittedAt, dueOn, decidedAt, organisation, parts }) => {
    if (!submittedAt) return [];
    const sentOn = londonDay(submittedAt);
    const decidedOn = decidedAt && londonDay(decidedAt);
    return [
      {
        sentOn,
        dueOn: asDay(dueOn),
        decidedOn,
        days: decidedOn ? workingDaysBetween(sentOn, decidedOn, holidays) : null,
        size: organisation.provider?.size ?? null,
        vcse: organisation.provider?.vcse ?? false,
        parts: parts.map(({ decision, reasonCodes }) => ({ decision, codes: reasonCodes })),
      },
    ];
  });
}
