import type { CriterionKind } from "@/lib/core/prisma/enums";

/** The scores that can be given to an answer, and the most that one can get. */
export const SCORES = [0, 1, 2, 3, 4, 5] as const;
export const FULL = 5;

/** A difference between evaluators that must be talked about before the consensus is written. */
export const WIDE = 2;

/** Below this estimate, with VAT and extensions, one evaluator may be enough. It is ours: the £30,000 below which most bodies publish no notice. */
export const SMALL_PENCE = 30_000_00n;

/** What a criterion is, as far as points go. */
export type Weighed = { id: string; kind: CriterionKind; weightBp: number };

/** The consensus scores of one tender, by criterion. */
export type Scores = Readonly<Record<string, number>>;

/**
 * Points for one answer, in thousandths of a point: consensus ÷ 5 x weight, which is weight in basis points x 2 x
 * consensus. It is always whole, so nothing is rounded. A score that is not 0 to 5 is a fault and throws.
 */
export function pointsFor(weightBp: number, score: number): number {
  if (!SCORES.some((known) => known === score)) throw new RangeError("A score is a whole number from 0 to 5");
  return weightBp * 2 * score;
}

/** Points of one kind, in thousandths: those of all its criteria added up. A criterion without a score gives none. */
export const pointsOf = (kind: CriterionKind, criteria: readonly Weighed[], scores: Scores): number =>
  criteria
    .filter((criterion) => criterion.kind === kind)
    .reduce((total, { id, weightBp }) => total + pointsFor(weightBp, scores[id] ?? 0), 0);

/** How far apart the evaluators are on one answer; 0 while fewer than two have scored it. */
export const spreadOf = (scores: readonly number[]): number =>
  scores.length < 2 ? 0 : Math.max(...scores) - Math.min(...scores);

/** Whether the evaluators differ so much that the moderator's reason must explain it. */
export const isWide = (scores: readonly number[]): boolean => spreadOf(scores) >= WIDE;

/** Every pair of tender and criterion that must be scored: prices are not. */
export const toScore = <T, C extends { kind: CriterionKind }>(tenders: readonly T[], criteria: readonly C[]) =>
  tenders.flatMap((tender) =>
    criteria.filter(({ kind }) => kind !== "price").map((criterion) => ({ tender, criterion })),
  );
