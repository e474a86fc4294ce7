import type { Prisma } from "@/lib/core/prisma/client";

/** A lot as everybody who may see the call-off reads it, with its forecast month by month. */
export const lotColumns = {
  id: true,
  number: true,
  title: true,
  description: true,
  categoryCode: true,
  cohortCode: true,
  placeCodes: true,
  unit: true,
  budgetPence: true,
  extensionPence: true,
  volumes: { select: { month: true, volume: true }, orderBy: { month: "asc" } },
} satisfies Prisma.LotSelect;

const criterionColumns = {
  id: true,
  number: true,
  kind: true,
  title: true,
  question: true,
  guidance: true,
  weightBp: true,
  wordLimit: true,
  minimum: true,
} satisfies Prisma.CriterionSelect;

/** What is asked in a call-off: its lots, criteria and conditions, each in order. The same for whoever writes, reads or tenders. */
export const askedColumns = {
  lots: { select: lotColumns, orderBy: { number: "asc" } },
  criteria: { select: criterionColumns, orderBy: { number: "asc" } },
  conditions: {
    select: { id: true, number: true, about: true, title: true, text: true, why: true },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CallOffSelect;
