import type { CriterionKind, PriceMethod } from "@/lib/core/prisma/enums";
import { split, WHOLE } from "@/lib/core/values/share";
import { pointsOf, type Scores } from "../scoring/rules";
import { type Entrant, type Ranking, rank } from "./rules";
import { failWords } from "./words";

/** A criterion as a contest needs it. */
export type Measure = {
  id: string;
  number: number;
  title: string;
  kind: CriterionKind;
  weightBp: number;
  minimum: number | null;
};

/** A tender before its points are added up: its consensus scores, its price without VAT, and what else it fails. */
export type Contender = { id: string; reference: string; scores: Scores; pence: bigint; fails: readonly string[] };

/** Everything that decides one lot: change any of it, and `ranked` says what would be. */
export type Contest = { method: PriceMethod; criteria: readonly Measure[]; tenders: readonly Contender[] };

const weightOf = (criteria: readonly Measure[], kind: CriterionKind) =>
  criteria.filter((criterion) => criterion.kind === kind).reduce((total, { weightBp }) => total + weightBp, 0);

/** The points of one tender, and every reason for which it may not win: a consensus under its minimum is one. */
const entrant = (criteria: readonly Measure[], { scores, ...tender }: Contender): Entrant => ({
  ...tender,
  quality: pointsOf("quality", criteria, scores),
  socialValue: pointsOf("socialValue", criteria, scores),
  fails: [
    ...tender.fails,
    ...criteria.flatMap(({ id, title, minimum, kind }) =>
      kind !== "price" && minimum !== null && (scores[id] ?? 0) < minimum
        ? [failWords.minimum({ title, minimum, score: scores[id] ?? 0 })]
        : [],
    ),
  ],
});

/** The ranking that these scores, prices and weights give. */
export const ranked = ({ method, criteria, tenders }: Contest): Ranking =>
  rank({
    method,
    priceWeightBp: weightOf(criteria, "price"),
    tenders: tenders.map((tender) => entrant(criteria, tender)),
  });

/** One consensus score, one point up or down, and who would win then; null when a decision would have to settle it. */
export type ScoreTurn = { tenderId: string; criterionId: string; from: number; to: number; winnerId: string | null };

/** A shift of weight between quality and price, in basis points, and who would win then. */
export type WeightTurn = { qualityBp: number; criteria: readonly Measure[]; winnerId: string | null };

export type Sensitivity = {
  winnerId: string;
  runnerUpId: string;
  /** How far apart the two are, in thousandths of a point. */
  margin: number;
  /** Every single score of the two that would turn it. Empty when none would. */
  scores: ScoreTurn[];
  /** The highest price, in pence without VAT, with which the runner-up would win; null when none would. */
  priceToWin: bigint | null;
  weights: WeightTurn[];
};

/**
 * What would change the winner of one lot, everything else unchanged: one score of the winner or the runner-up one point
 * up or down, the price of the runner-up to the penny, or five points more or less for quality against price. Each is
 * found by ranking again, so it is exact. Null when there is no winner or nobody behind it.
 */
export function sensitivity(contest: Contest): Sensitivity | null {
  const { winnerId, places } = ranked(contest);
  const [winner, runnerUp] = places;
  if (winnerId === null || !winner || !runnerUp) return null;
  return {
    winnerId,
    runnerUpId: runnerUp.id,
    margin: winner.total - runnerUp.total,
    scores: [winner.id, runnerUp.id].flatMap((tenderId) => scoreTurns(contest, tenderId, winnerId)),
    priceToWin: priceToWin(contest, runnerUp.id, runnerUp.pence),
    weights: [-SHIFT_BP, SHIFT_BP].flatMap((qualityBp) => {
      const criteria = shifted(contest.criteria, qualityBp);
      const after = criteria && ranked({ ...contest, criteria }).winnerId;
      return contest.method === "lowestOverPrice" && criteria && after !== winnerId
        ? [{ qualityBp, criteria, winnerId: after }]
        : [];
    }),
  };
}

/** Five points of a hundred. */
export const SHIFT_BP = 500;

/** The contest with one score put in place of another. */
export const rescored = (contest: Contest, tenderId: string, criterionId: string, score: number): Contest => ({
  ...contest,
  tenders: contest.tenders.map((tender) =>
    tender.id === tenderId ? { ...tender, scores: { ...tender.scores, [criterionId]: score } } : tender,
  ),
});

/** The contest with one price put in place of another. */
export const repriced = (contest: Contest, tenderId: string, pence: bigint): Contest => ({
  ...contest,
  tenders: contest.tenders.map((tender) => (tender.id === tenderId ? { ...tender, pence } : tender)),
});

function scoreTurns(contest: Contest, tenderId: string, winnerId: string): ScoreTurn[] {
  const scores = contest.tenders.find(({ id }) => id === tenderId)?.scores ?? {};
  return contest.criteria
    .filter(({ kind }) => kind !== "price")
    .flatMap(({ id: criterionId }) => {
      const from = scores[criterionId] ?? 0;
      return [from - 1, from + 1]
        .filter((to) => to >= 0 && to <= 5)
        .map((to) => ({
          ...{ tenderId, criterionId, from, to },
          winnerId: ranked(rescored(contest, tenderId, criterionId, to)).winnerId,
        }))
        .filter((turn) => turn.winnerId !== winnerId);
    });
}

/**
 * A lower price never lowers its own points and never raises those of the others, so whether the tender wins changes
 * once between one penny and what it asked; halving finds where.
 */
function priceToWin(contest: Contest, id: string, asked: bigint): bigint | null {
  const wins = (pence: bigint) => ranked(repriced(contest, id, pence)).winnerId === id;
  if (asked <= 1n || !wins(1n)) return null;
  let [most, tooMuch] = [1n, asked];
  while (tooMuch - most > 1n) {
    const middle = (most + tooMuch) / 2n;
    if (wins(middle)) most = middle;
    else tooMuch = middle;
  }
  return most;
}

/**
 * The same criteria with this much more weight on quality and as much less on price, the new weight of quality split
 * among its criteria as before. Null where there is not enough to move.
 */
export function shifted(criteria: readonly Measure[], qualityBp: number): Measure[] | null {
  const [quality, price] = [weightOf(criteria, "quality"), weightOf(criteria, "price")];
  const [more, less] = [quality + qualityBp, price - qualityBp];
  if (quality === 0 || price === 0 || more < 0 || less < 0 || more > WHOLE) return null;
  const spread = (kind: CriterionKind, weight: number) => {
    const some = criteria.filter((criterion) => criterion.kind === kind);
    const parts = split(
      BigInt(weight),
      some.map(({ weightBp }) => weightBp),
    );
    return some.map((criterion, at) => ({ ...criterion, weightBp: Number(parts[at]) }));
  };
  return [
    ...spread("quality", more),
    ...criteria.filter(({ kind }) => kind === "socialValue"),
    ...spread("price", less),
  ].toSorted((one, other) => one.number - other.number);
}
