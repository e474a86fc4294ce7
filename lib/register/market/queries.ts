import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { londonDay } from "@/lib/core/moment";
import type { Prisma } from "@/lib/core/prisma/client";
import { visibleTo } from "./policy";

const register = {
  id: true,
  code: true,
  title: true,
  opensOn: true,
  closesOn: true,
  frozenAt: true,
} satisfies Prisma.RegisterSelect;
const part = { id: true, number: true, title: true, categoryCode: true, cpvCode: true } satisfies Prisma.PartSelect;
const condition = {
  id: true,
  number: true,
  kind: true,
  title: true,
  text: true,
  help: true,
  justification: true,
  ruleCode: true,
  orEquivalent: true,
  minutes: true,
} satisfies Prisma.ConditionSelect;

export type CurrentRegister = Prisma.RegisterGetPayload<{ select: typeof register }>;
export type RegisterPart = Prisma.PartGetPayload<{ select: typeof part }>;
export type RegisterCondition = Prisma.ConditionGetPayload<{ select: typeof condition }>;

/** The register that runs today, or null before one is established. */
export function currentRegister(actor: Actor): Promise<CurrentRegister | null> {
  return db.register.findFirst({
    where: { AND: [visibleTo(actor), today()] },
    select: register,
    orderBy: { opensOn: "desc" },
  });
}

/** The conditions of the register that runs today, in order. They apply to every part. */
export function listConditions(actor: Actor): Promise<RegisterCondition[]> {
  return db.condition.findMany({
    where: { register: { AND: [visibleTo(actor), today()] } },
    select: condition,
    orderBy: { number: "asc" },
    take: 100,
  });
}

/** The parts of the register that runs today, in order. */
export function listParts(actor: Actor): Promise<RegisterPart[]> {
  return db.part.findMany({
    where: { register: { AND: [visibleTo(actor), today()] } },
    select: part,
    orderBy: { number: "asc" },
    take: 100,
  });
}

const today = (): Prisma.RegisterWhereInput => {
  const on = new Date(`${londonDay(new Date())}T00:00:00Z`);
  return { opensOn: { lte: on }, closesOn: { gte: on } };
};
