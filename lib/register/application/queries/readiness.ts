import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { reference } from "@/lib/reference/queries";
import { answersVisibleTo } from "@/lib/register/profile/policy";
import { isProfileDone } from "@/lib/register/profile/rules";
import { visibleTo as servicesVisibleTo } from "@/lib/register/service/policy";
import { unfinished } from "@/lib/register/service/rules";
import { askedFor } from "../../market/asked";
import type { Readiness } from "../rules";

const offered = {
  id: true,
  partId: true,
  state: true,
  places: true,
  capacityAsOf: true,
  draft: {
    select: {
      title: true,
      summary: true,
      description: true,
      outcomeCodes: true,
      settings: true,
      languages: true,
      placeCodes: true,
      minAge: true,
    },
  },
  published: {
    select: {
      title: true,
      summary: true,
      description: true,
      outcomeCodes: true,
      settings: true,
      languages: true,
      placeCodes: true,
      minAge: true,
    },
  },
  _count: { select: { rateCards: true } },
} satisfies Prisma.ServiceSelect;

type Asked = { organisationId: string; registerId: string; partIds: readonly string[]; band: number; today: string };

/**
 * The newest answers and drafts of the actor's organisation, and whether an application for these parts, up to this band,
 * could be sent with them. Only what is asked for them counts, and only answers to that are given. Reads inside a
 * transaction where one is given.
 */
export async function findReadiness(
  actor: Actor,
  { organisationId, registerId, partIds, band, today }: Asked,
  tx: Tx = db,
) {
  const own = { organisationId, ...answersVisibleTo(actor) };
  const provider = await tx.provider.findFirst({
    where: { AND: [own, { organisationId }] },
    select: { about: true, areaOfBenefit: true },
  });
  const parts = await tx.part.findMany({
    where: { registerId, id: { in: [...partIds] } },
    select: { id: true, number: true, title: true },
    orderBy: { number: "asc" },
  });
  const services = await tx.service.findMany({
    where: { AND: [servicesVisibleTo(actor), { organisationId, state: { not: "withdrawn" } }] },
    select: offered,
    orderBy: { createdAt: "asc" },
    take: 500,
  });
  const conditions = await tx.condition.findMany({
    where: { registerId },
    select: { id: true, number: true, title: true, bandFrom: true, partNumbers: true },
    orderBy: { number: "asc" },
  });
  const answers = await tx.profileAnswer.findMany({
    where: { AND: [own, { organisationId, condition: { registerId } }] },
    distinct: ["conditionId"],
    orderBy: [{ conditionId: "asc" }, { version: "desc" }],
    select: { id: true, conditionId: true, met: true, expiresOn: true },
  });
  const grounds = await tx.groundAnswer.findMany({
    where: { AND: [own, { organisationId }] },
    distinct: ["groundCode"],
    orderBy: [{ groundCode: "asc" }, { version: "desc" }],
    select: { id: true, groundCode: true, applies: true },
  });
  const given = new Map(answers.map((answer) => [answer.conditionId, answer]));
  const asked = askedFor(conditions, { band, partNumbers: parts.map(({ number }) => number) });
  const allGrounds = (await reference()).grounds.all;

  const readiness: Readiness = {
    isProfileDone: isProfileDone(provider),
    parts,
    services: services.map(({ draft, published, _count, ...service }) => ({
      ...service,
      title: (draft ?? published)?.title ?? "",
      unfinished: unfinished({ version: draft ?? published, hasPrices: _count.rateCards > 0, ...service }),
    })),
    conditions: asked.map(({ id, number, title }) => {
      const expiresOn = given.get(id)?.expiresOn?.toISOString().slice(0, 10);
      return { number, title, isAnswered: given.has(id), hasRunOut: expiresOn !== undefined && expiresOn < today };
    }),
    groundsLeft: allGrounds.filter(({ code }) => !grounds.some(({ groundCode }) => groundCode === code)).length,
  };
  const pinned = answers.filter(({ conditionId }) => asked.some(({ id }) => id === conditionId));
  return { readiness, answers: pinned, grounds };
}
