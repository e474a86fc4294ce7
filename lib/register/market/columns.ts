import type { Prisma } from "@/lib/core/prisma/client";

/** What a part says of itself, whoever reads it. */
export const partColumns = {
  number: true,
  title: true,
  description: true,
  categoryCode: true,
  cohortCode: true,
  cpvCode: true,
} satisfies Prisma.PartSelect;

/** What a condition asks, of whom, and why. */
export const conditionColumns = {
  number: true,
  code: true,
  kind: true,
  title: true,
  text: true,
  help: true,
  justification: true,
  ruleCode: true,
  orEquivalent: true,
  minutes: true,
  bandFrom: true,
  partNumbers: true,
  evidenceKind: true,
  validMonths: true,
} satisfies Prisma.ConditionSelect;

/** A value band: its number, its name and the highest value in it, in pence. */
export const bandColumns = { number: true, title: true, upToPence: true } satisfies Prisma.ValueBandSelect;
