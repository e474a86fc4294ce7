import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { CriterionKind, TenderState } from "@/lib/core/prisma/enums";
import { declared } from "../../../record/commands/step";
import { fileVisibleTo, mayModerate } from "../../../record/policy";
import { mayReadQuality } from "../../../seal/policy";
import { openedQuality } from "../../../seal/queries";
import { mayScore } from "../policy";

/** A question that tenders answer and evaluators score. */
export type Question = {
  id: string;
  number: number;
  kind: CriterionKind;
  title: string;
  question: string;
  guidance: string;
  weightBp: number;
  wordLimit: number | null;
  minimum: number | null;
};

export type SocialOffer = { measure: string; unit: string; baseline: number; target: number; by: string };

/** A tender as it is read by whoever judges: by its reference, its sub-contractors without their names. */
export type ReadTender = {
  id: string;
  reference: string;
  state: TenderState;
  lots: { number: number; title: string }[];
  answers: { criterionId: string; text: string; offers: SocialOffer[] }[];
  partners: { does: string; shareBp: number; vcse: boolean }[];
};

/**
 * A call-off as those who judge it read it: its questions, and its tenders by reference. Whoever is on the panel reads no
 * tender before they have declared that they have no conflict of interest; to declare, they are shown who tendered, by
 * name and without the references. Null for whoever may not read the answers, whoever asks before the opening included.
 */
export async function readingOf(actor: Actor, callOffId: string) {
  const row = await db.callOff.findFirst({
    where: { id: callOffId, AND: fileVisibleTo(actor) },
    select: {
      ...{ id: true, reference: true, title: true, state: true, organisationId: true },
      ...{ openedAt: true, lockedAt: true, priceMethod: true },
      evaluators: {
        select: { userId: true, role: true, finishedAt: true, user: { select: { name: true, email: true } } },
        orderBy: { userId: "asc" },
      },
      criteria: {
        where: { kind: { not: "price" } },
        select: {
          ...{ id: true, number: true, kind: true, title: true, question: true, guidance: true },
          ...{ weightBp: true, wordLimit: true, minimum: true },
        },
        orderBy: { number: "asc" },
      },
      lots: { select: { id: true, number: true, title: true }, orderBy: { number: "asc" } },
    },
  });
  if (!row || !mayReadQuality(actor, row)) return null;
  const { lots, criteria, evaluators, ...rest } = row;
  const judges = mayScore(actor, row) || mayModerate(actor, row);
  const own = await declared({ tx: db, actor }, callOffId);
  const clear = own !== null && !own.conflicted;
  const tenders = await openedQuality(actor, callOffId);
  const names = tenders.map(({ organisation }) => organisation.name);
  return {
    ...rest,
    criteria,
    evaluators: evaluators.map(({ user, ...one }) => ({ ...one, name: user.name || user.email })),
    scores: mayScore(actor, row),
    moderates: mayModerate(actor, row),
    /** Null while the actor has not said whether they have a conflict of interest. */
    conflicted: own?.conflicted ?? null,
    /** Who tendered, in the order of the alphabet: what a declaration is made against. */
    tenderers:
      judges && own === null ? [...new Set(names)].toSorted((one, other) => one.localeCompare(other, "en")) : [],
    mayRead: !judges || clear,
    tenders:
      judges && !clear ? [] : tenders.filter(({ state }) => state !== "disregarded").map((one) => read(one, lots)),
  };
}
export type Reading = NonNullable<Awaited<ReturnType<typeof readingOf>>>;

type OpenedTender = Awaited<ReturnType<typeof openedQuality>>[number];

function read(
  { id, reference, state, quality }: OpenedTender,
  lots: readonly { id: string; number: number; title: string }[],
): ReadTender {
  return {
    ...{ id, reference, state },
    lots: lots.filter((lot) => quality.lotIds.includes(lot.id)).map(({ number, title }) => ({ number, title })),
    answers: quality.answers.map(({ criterionId, text }) => ({
      ...{ criterionId, text },
      offers: quality.offers
        .filter((offer) => offer.criterionId === criterionId)
        .map(({ measure, unit, baseline, target, by }) => ({ measure, unit, baseline, target, by })),
    })),
    partners: quality.partners.map(({ does, shareBp, vcse }) => ({ does, shareBp, vcse })),
  };
}
