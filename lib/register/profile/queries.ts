import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { answersVisibleTo, visibleTo } from "./policy";

const profile = {
  id: true,
  reference: true,
  name: true,
  typeCode: true,
  address: true,
  nameNote: true,
  edit: true,
  identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
  provider: {
    select: {
      size: true,
      incomePence: true,
      incomeYear: true,
      staffFte: true,
      vcse: true,
      ledByLivedExperience: true,
      about: true,
      areaOfBenefit: true,
      coDesign: true,
      website: true,
      contactEmail: true,
      version: true,
      updatedAt: true,
    },
  },
} satisfies Prisma.OrganisationSelect;

export type Profile = Prisma.OrganisationGetPayload<{ select: typeof profile }>;

/** The actor's own organisation, with what it says of itself. */
export function findProfile(actor: Actor): Promise<Profile | null> {
  return db.organisation.findFirst({
    where: { AND: [visibleTo(actor), { id: actor.organisationId ?? { in: [] } }] },
    select: profile,
  });
}

const answered = {
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

const answer = {
  id: true,
  version: true,
  met: true,
  text: true,
  expiresOn: true,
  answeredAt: true,
} satisfies Prisma.ProfileAnswerSelect;

export type ConditionWithAnswer = Prisma.ConditionGetPayload<{ select: typeof answered }> & {
  answer: Prisma.ProfileAnswerGetPayload<{ select: typeof answer }> | null;
};

/** Every condition of the register that runs, in order, with the newest answer of the actor's organisation. */
export async function listAnswers(actor: Actor): Promise<ConditionWithAnswer[]> {
  const today = new Date(londonDay(new Date()));
  const rows = await db.condition.findMany({
    where: { register: { frozenAt: { not: null }, opensOn: { lte: today }, closesOn: { gte: today } } },
    select: {
      ...answered,
      answers: { where: answersVisibleTo(actor), orderBy: { version: "desc" }, take: 1, select: answer },
    },
    orderBy: { number: "asc" },
    take: 100,
  });
  return rows.map(({ answers: [latest], ...condition }) => ({ ...condition, answer: latest ?? null }));
}

/** What the actor's organisation last said of each exclusion ground, and how many answers there have been in all. */
export async function listGroundAnswers(actor: Actor) {
  const where = answersVisibleTo(actor);
  const [{ grounds }, answers, version] = await Promise.all([
    reference(),
    db.groundAnswer.findMany({
      where,
      distinct: ["groundCode"],
      orderBy: [{ groundCode: "asc" }, { version: "desc" }],
      select: {
        id: true,
        groundCode: true,
        applies: true,
        about: true,
        whatHappened: true,
        happenedOn: true,
        putRight: true,
        putRightOn: true,
        answeredAt: true,
      },
    }),
    db.groundAnswer.count({ where }),
  ]);
  const given = new Map(answers.map((one) => [one.groundCode, one]));
  return { version, grounds: grounds.all.map((ground) => ({ ...ground, answer: given.get(ground.code) ?? null })) };
}

export type GroundsWithAnswers = Awaited<ReturnType<typeof listGroundAnswers>>;
