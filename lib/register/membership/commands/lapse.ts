import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { asDate, asDay } from "@/lib/core/values/moment";
import { hasRunOut, isPastGrace } from "@/lib/register/evidence/expiry";
import { isAsked } from "@/lib/register/market/asked";
import { visibleTo } from "../policy";
import { nextReview } from "../rules";
import { PlainInput, ReasonedInput } from "../schema";
import { step, tellMember, today } from "./step";

const row = {
  id: true,
  state: true,
  organisationId: true,
  band: true,
  proposedById: true,
  changedAt: true,
  part: { select: { title: true, number: true, registerId: true, register: { select: { graceDays: true } } } },
} satisfies Prisma.MembershipSelect;

type Row = Prisma.MembershipGetPayload<{ select: typeof row }>;

const load = ({ tx, actor }: Scene, { membershipId }: { membershipId: string }) =>
  tx.membership.findFirst({ where: { id: membershipId, AND: visibleTo(actor) }, select: row });

/**
 * Marks a membership as lapsed, because an answer that it rests on is out of date. The clock may do so only once the
 * register's days of grace are over too; a steward judges for themselves.
 */
export const lapseMembership = step("lapse", {
  input: ReasonedInput,
  load,
  run: async (scene, membership, { reason }) => {
    // The row is held by its move: whoever answers in this moment comes before, and is seen here, or after, and renews it.
    const { graceDays } = membership.part.register;
    const answers = await restsOn(scene, membership);
    const late = answers.some(({ expiresOn }) => isPastGrace(expiresOn, graceDays, today(scene)));
    if (scene.actor.kind === "system" && !late) refuse("conflict", "Every answer that it rests on is up to date.");
    await scene.tx.membership.update({ where: { id: membership.id }, data: { reason, endsOn: null } });
    await tellMember(
      scene,
      membership,
      `Lapsed: ${membership.part.title}`,
      `${reason} Bring the answer up to date, and we will renew you.`,
    );
    return {};
  },
});

/** Renews a lapsed membership for a year. Refuses while an answer that it rests on is still out of date. */
export const renewMembership = step("renew", {
  input: PlainInput,
  load,
  run: async (scene, membership) => {
    const late = (await restsOn(scene, membership)).find(({ expiresOn }) => hasRunOut(expiresOn, today(scene)));
    if (late) refuse("conflict", `This answer is still out of date: ${late.title.toLowerCase()}.`);
    return renewed(scene, membership);
  },
});

/**
 * Renews, as a part of giving an answer, every lapsed membership of an organisation whose answers are all up to date, at
 * least one of them given since it lapsed. One that a steward marked by hand so comes back with the next answer too.
 */
export async function renewLapsedWithin(scene: Scene, organisationId: string): Promise<void> {
  const { tx } = scene;
  await tx.$queryRaw`select id from "Membership" where "organisationId" = ${organisationId}::uuid order by id for update`;
  const lapsed = await tx.membership.findMany({
    where: { organisationId, state: "lapsed" },
    select: row,
    orderBy: { id: "asc" },
  });
  for (const membership of lapsed) {
    const answers = await restsOn(scene, membership);
    const isLate = answers.some(({ expiresOn }) => hasRunOut(expiresOn, today(scene)));
    if (isLate || !answers.some(({ answeredAt }) => answeredAt.getTime() >= membership.changedAt.getTime() - MINUTE))
      continue;
    await step.within(scene, "renew", membership, await renewed(scene, membership));
  }
}

/** The clocks of two writers who met may be apart by this much. */
const MINUTE = 60_000;

async function renewed(scene: Scene, membership: Row) {
  const reviewDueOn = nextReview(today(scene));
  await scene.tx.membership.update({
    where: { id: membership.id },
    data: { reason: null, reviewDueOn: asDate(reviewDueOn) },
  });
  await tellMember(
    scene,
    membership,
    `Renewed: ${membership.part.title}`,
    "Buyers can find your services in this part again.",
  );
  return { reviewDueOn };
}

/** The newest answers to what is asked of this part and band, with their last days. */
async function restsOn({ tx }: Scene, { organisationId, band, part }: Row) {
  const answers = await tx.profileAnswer.findMany({
    where: { organisationId, condition: { registerId: part.registerId } },
    distinct: ["conditionId"],
    orderBy: [{ conditionId: "asc" }, { version: "desc" }],
    select: {
      expiresOn: true,
      answeredAt: true,
      condition: { select: { title: true, bandFrom: true, partNumbers: true } },
    },
  });
  return answers
    .filter(({ condition }) => isAsked(condition, { band, partNumber: part.number }))
    .map(({ expiresOn, answeredAt, condition }) => ({
      title: condition.title,
      expiresOn: asDay(expiresOn),
      answeredAt,
    }));
}
