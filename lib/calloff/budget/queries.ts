import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { visibleTo } from "./policy";

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
