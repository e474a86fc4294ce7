import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { bandColumns, conditionColumns, partColumns } from "./columns";
import { visibleTo } from "./policy";

const register = {
  id: true,
  code: true,
  title: true,
  description: true,
  usedBy: true,
  opensOn: true,
  closesOn: true,
  decideWithin: true,
  graceDays: true,
  secondFromBand: true,
  frozenAt: true,
} satisfies Prisma.RegisterSelect;
const part = { id: true, ...partColumns } satisfies Prisma.PartSelect;
const condition = { id: true, ...conditionColumns } satisfies Prisma.ConditionSelect;
const band = bandColumns;
const notice = { reference: true, kindCode: true, title: true, publishedAt: true } satisfies Prisma.NoticeSelect;

export type CurrentRegister = Prisma.RegisterGetPayload<{ select: typeof register }>;
export type RegisterPart = Prisma.PartGetPayload<{ select: typeof part }>;
export type RegisterCondition = Prisma.ConditionGetPayload<{ select: typeof condition }>;
export type RegisterBand = Prisma.ValueBandGetPayload<{ select: typeof band }>;

/** The register that runs today, or null before one is established. */
export function currentRegister(actor: Actor): Promise<CurrentRegister | null> {
  return db.register.findFirst({
    where: { AND: [visibleTo(actor), today()] },
    select: register,
    orderBy: { opensOn: "desc" },
  });
}

/** The conditions of the register that runs today, in order. Of whom each is asked is for `askedFor` to say. */
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

/** The value bands of the register that runs today, from the lowest up. */
export function listBands(actor: Actor): Promise<RegisterBand[]> {
  return db.valueBand.findMany({
    where: { register: { AND: [visibleTo(actor), today()] } },
    select: band,
    orderBy: { number: "asc" },
    take: 9,
  });
}

const shown = {
  ...register,
  edit: true,
  _count: { select: { parts: true, conditions: true } },
} satisfies Prisma.RegisterSelect;

export type ListedRegister = Prisma.RegisterGetPayload<{ select: typeof shown }>;

/** Every register that the actor may see, the latest term first. */
export const listRegisters = (actor: Actor): Promise<ListedRegister[]> =>
  db.register.findMany({
    where: visibleTo(actor),
    select: shown,
    orderBy: [{ opensOn: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    take: 50,
  });

const design = {
  ...register,
  conflictsAssessment: true,
  edit: true,
  parts: { select: part, orderBy: { number: "asc" } },
  conditions: { select: condition, orderBy: { number: "asc" } },
  bands: { select: band, orderBy: { number: "asc" } },
  notices: {
    where: { kindCode: { not: "UK15" } },
    select: notice,
    orderBy: { number: "asc" },
    take: 10,
  },
} satisfies Prisma.RegisterSelect;

export type RegisterDesign = Prisma.RegisterGetPayload<{ select: typeof design }>;

/** A whole register, with its notices but for those about members. */
export async function findRegister(actor: Actor, id: string): Promise<RegisterDesign | null> {
  if (!isId(id)) return null;
  return db.register.findFirst({ where: { id, AND: visibleTo(actor) }, select: design });
}

/** The registers whose last day is before a day, and whose end no notice has told yet. */
export const listOver = (actor: Actor, day: string): Promise<{ id: string }[]> =>
  db.register.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { frozenAt: { not: null }, closesOn: { lt: asDate(day) }, notices: { none: { kindCode: "UK16" } } },
      ],
    },
    select: { id: true },
    orderBy: { closesOn: "asc" },
    take: 20,
  });

const today = (): Prisma.RegisterWhereInput => {
  const on = asDate(londonDay(new Date()));
  return { frozenAt: { not: null }, opensOn: { lte: on }, closesOn: { gte: on } };
};
