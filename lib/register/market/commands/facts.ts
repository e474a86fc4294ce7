import "server-only";
import type { Scene } from "@/lib/core/door/command";
import type { Prisma } from "@/lib/core/prisma/client";
import { asDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { authorityOf } from "../../notice/commands";
import type { MarketFacts } from "../../notice/facts";
import { GEOGRAPHY, marketTerms } from "../../notice/words";
import { bandColumns, conditionColumns, partColumns } from "../columns";

/** Everything of a register that a notice or a check of it needs. */
export const wholeRegister = {
  id: true,
  code: true,
  title: true,
  description: true,
  usedBy: true,
  opensOn: true,
  closesOn: true,
  decideWithin: true,
  conflictsAssessment: true,
  edit: true,
  frozenAt: true,
  parts: { select: partColumns, orderBy: { number: "asc" } },
  conditions: { select: conditionColumns, orderBy: { number: "asc" } },
  bands: { select: bandColumns, orderBy: { number: "asc" } },
} satisfies Prisma.RegisterSelect;

export type WholeRegister = Prisma.RegisterGetPayload<{ select: typeof wholeRegister }>;

/** A register as its notices describe it (SI 2024/692, reg 25(2)). */
export async function marketFacts(scene: Scene, row: WholeRegister): Promise<MarketFacts> {
  const { categories, cohorts, cpv, rules } = await reference();
  return {
    what: "market",
    register: { code: row.code, title: row.title },
    authority: await authorityOf(scene),
    description: row.description,
    usedBy: row.usedBy,
    opensOn: asDay(row.opensOn),
    closesOn: asDay(row.closesOn),
    geography: { ...GEOGRAPHY },
    parts: row.parts.map(({ categoryCode, cohortCode, cpvCode, ...part }) => ({
      ...part,
      category: categories.name(categoryCode),
      cohort: cohortCode && cohorts.name(cohortCode),
      cpv: { code: cpvCode, name: cpv.name(cpvCode) },
    })),
    bands: row.bands.map(({ upToPence, ...band }) => ({ ...band, upToPence: upToPence?.toString() ?? null })),
    conditions: row.conditions.map(({ ruleCode, help: _, minutes: __, orEquivalent: ___, ...condition }) => ({
      ...condition,
      rule: rules.find(ruleCode)?.source ?? ruleCode,
    })),
    decideWithin: row.decideWithin,
    conflictsAssessed: row.conflictsAssessment !== "",
    ...marketTerms,
  };
}
