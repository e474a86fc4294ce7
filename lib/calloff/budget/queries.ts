import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { sum } from "@/lib/core/values/money";
import { visibleTo } from "./policy";
import type { YearPart } from "./years";

const PAGE = 25;

const summary = {
  id: true,
  title: true,
  year: true,
  amountPence: true,
  committedPence: true,
  organisation: { select: { name: true } },
} satisfies Prisma.BudgetSelect;

const detail = {
  ...summary,
  organisationId: true,
  createdAt: true,
  commitments: {
    select: {
      id: true,
      pence: true,
      committedAt: true,
      releasedAt: true,
      purchase: {
        select: { id: true, reference: true, title: true, state: true, supplier: { select: { name: true } } },
      },
      callOff: { select: { id: true, reference: true, title: true, state: true } },
    },
    orderBy: [{ committedAt: "desc" }, { id: "asc" }],
    take: 100,
  },
} satisfies Prisma.BudgetSelect;

const allowance = {
  organisationId: true,
  year: true,
  capPence: true,
  usedPence: true,
  organisation: { select: { name: true } },
} satisfies Prisma.SpotAllowanceSelect;

export type BudgetSummary = Prisma.BudgetGetPayload<{ select: typeof summary }>;
export type BudgetDetail = Prisma.BudgetGetPayload<{ select: typeof detail }>;
export type Allowance = Prisma.SpotAllowanceGetPayload<{ select: typeof allowance }>;

/** An authority's budgets, the newest year first, a page at a time; `total` is how many there are in all. */
export async function listBudgets(actor: Actor, { year, page = 1 }: { year?: string | undefined; page?: number } = {}) {
  const where: Prisma.BudgetWhereInput = { AND: [visibleTo(actor), year ? { year } : {}] };
  const [rows, total, sums] = await Promise.all([
    db.budget.findMany({
      where,
      select: summary,
      orderBy: [{ year: "desc" }, { title: "asc" }, { id: "asc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.budget.count({ where }),
    db.budget.aggregate({ where, _sum: { amountPence: true, committedPence: true } }),
  ]);
  return { rows, total, amountPence: sums._sum.amountPence ?? 0n, committedPence: sums._sum.committedPence ?? 0n };
}

/** Every budget that fits, for a file; bounded. */
export const exportBudgets = (actor: Actor): Promise<BudgetSummary[]> =>
  db.budget.findMany({
    where: visibleTo(actor),
    select: summary,
    orderBy: [{ year: "desc" }, { title: "asc" }, { id: "asc" }],
    take: 10_000,
  });

/** One budget with what is held in it, newest first. */
export async function findBudget(actor: Actor, id: string): Promise<BudgetDetail | null> {
  if (!isId(id)) return null;
  return db.budget.findFirst({ where: { id, AND: visibleTo(actor) }, select: detail });
}

/** The budgets of the actor's own authority for some years: what an approver chooses from. */
export const listBudgetChoices = (actor: Actor, years: readonly string[]): Promise<BudgetSummary[]> =>
  db.budget.findMany({
    where: {
      year: { in: [...years] },
      organisationId: { in: actor.organisationId ? [actor.organisationId] : [] },
      AND: visibleTo(actor),
    },
    select: summary,
    orderBy: [{ year: "asc" }, { title: "asc" }, { id: "asc" }],
    take: 500,
  });

/** What an authority lets itself buy without a competition, by year, newest first. */
export const listAllowances = (actor: Actor): Promise<Allowance[]> =>
  db.spotAllowance.findMany({
    where: visibleTo(actor),
    select: allowance,
    orderBy: [{ year: "desc" }, { organisationId: "asc" }],
    take: 25,
  });

/** The limit of the actor's own authority for one year; null where none is set. */
export const findAllowance = (actor: Actor, year: string): Promise<Allowance | null> =>
  db.spotAllowance.findFirst({
    where: { year, organisationId: { in: actor.organisationId ? [actor.organisationId] : [] }, AND: visibleTo(actor) },
    select: allowance,
  });

const aside = {
  id: true,
  pence: true,
  budget: { select: { id: true, title: true, year: true, organisation: { select: { name: true } } } },
} satisfies Prisma.CommitmentSelect;

export type Aside = Prisma.CommitmentGetPayload<{ select: typeof aside }>;

/** What is set aside for a call-off now, by body and year: of one's own body's budgets, and of all for auditors. */
export async function listAside(actor: Actor, callOffId: string): Promise<Aside[]> {
  if (!isId(callOffId)) return [];
  return db.commitment.findMany({
    where: { callOffId, releasedAt: null, budget: visibleTo(actor) },
    select: aside,
    orderBy: [{ budget: { organisation: { name: "asc" } } }, { budget: { year: "asc" } }, { id: "asc" }],
    take: 200,
  });
}

/** What is set aside for one call-off in the years in which something is. */
export type CallOffYears = {
  callOff: { id: string; title: string; reference: string };
  parts: YearPart[];
};

/** The call-offs that money is set aside for, the last committed first, each by year; `most` at the most. */
export async function listCallOffYears(actor: Actor, most = 25): Promise<CallOffYears[]> {
  const last = await db.commitment.groupBy({
    by: ["callOffId"],
    where: { callOffId: { not: null }, releasedAt: null, budget: visibleTo(actor) },
    _max: { committedAt: true },
    orderBy: [{ _max: { committedAt: "desc" } }, { callOffId: "asc" }],
    take: most,
  });
  const ids = last.flatMap(({ callOffId }) => callOffId ?? []);
  const rows = await db.commitment.findMany({
    where: { callOffId: { in: ids }, releasedAt: null, budget: visibleTo(actor) },
    select: {
      pence: true,
      budget: { select: { year: true } },
      callOff: { select: { id: true, title: true, reference: true } },
    },
    orderBy: [{ budget: { year: "asc" } }, { id: "asc" }],
    take: most * 100,
  });
  return ids.flatMap((id) => {
    const held = rows.filter(({ callOff }) => callOff?.id === id);
    const callOff = held[0]?.callOff;
    if (!callOff) return [];
    const years = [...new Set(held.map(({ budget }) => budget.year))];
    const pence = (year: string) => sum(held.flatMap((row) => (row.budget.year === year ? [row.pence] : [])));
    return [{ callOff, parts: years.map((year) => ({ year, pence: pence(year) })) }];
  });
}
