import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isAsked, ofEvery } from "../../market/asked";
import { currentRegister } from "../../market/queries";
import { type ConditionWithAnswer, listAnswers } from "../../profile/queries";
import { findOwnApplication, type OwnApplication } from "./own";

type Wanted = { band: number; partNumber: number };

const wantedBy = ({ band, parts }: Pick<OwnApplication, "band" | "parts">): Wanted[] =>
  parts.map(({ part }) => ({ band, partNumber: part.number }));

const asks = (wanted: readonly Wanted[]) => (condition: Parameters<typeof isAsked>[0]) =>
  wanted.some((one) => isAsked(condition, one));

/** The conditions that an application is asked for its parts and its band, with the newest answers of the actor's organisation. */
export async function listAskedAnswers(
  actor: Actor,
  application: Pick<OwnApplication, "registerId" | "band" | "parts">,
): Promise<ConditionWithAnswer[]> {
  const [answers, conditions] = await Promise.all([listAnswers(actor), conditionsOf(application.registerId)]);
  return among(answers, conditions.filter(asks(wantedBy(application))));
}

/**
 * Everything that the actor's organisation is asked in the register that runs: for the parts of its open application and
 * for those where it is a member. Before it has named a part, what small work asks in every part.
 */
export async function listOwnConditions(actor: Actor): Promise<ConditionWithAnswer[]> {
  const [answers, register, application] = await Promise.all([
    listAnswers(actor),
    currentRegister(actor),
    findOwnApplication(actor),
  ]);
  if (!register) return [];
  const [conditions, memberships] = await Promise.all([
    conditionsOf(register.id),
    db.membership.findMany({
      where: {
        organisationId: actor.organisationId ?? { in: [] },
        part: { registerId: register.id },
        state: { in: ["active", "suspended", "removalProposed", "lapsed"] },
      },
      select: { band: true, part: { select: { number: true } } },
      orderBy: { partId: "asc" },
      take: 100,
    }),
  ]);
  const open = application && !["decided", "withdrawn"].includes(application.state) ? wantedBy(application) : [];
  const wanted = [...open, ...memberships.map(({ band, part }) => ({ band, partNumber: part.number }))];
  return among(
    answers,
    wanted.length > 0 ? conditions.filter(asks(wanted)) : ofEvery(conditions, application?.band ?? 1),
  );
}

const conditionsOf = (registerId: string) =>
  db.condition.findMany({
    where: { registerId },
    select: { id: true, bandFrom: true, partNumbers: true },
    orderBy: { number: "asc" },
    take: 100,
  });

function among(answers: ConditionWithAnswer[], asked: readonly { id: string }[]): ConditionWithAnswer[] {
  const ids = new Set(asked.map(({ id }) => id));
  return answers.filter(({ id }) => ids.has(id));
}
