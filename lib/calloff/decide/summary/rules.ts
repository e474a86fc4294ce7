import type { RankedTender, RankingRecord } from "../award/record";
import type { Assessed, SummaryFacts, SummaryLine, SummaryLot } from "./facts";
import { priceSaid } from "./words";

/** What was decided about a lot, with the ranking that it rests on. */
export type DecidedLot = {
  number: number;
  title: string;
  winnerId: string | null;
  reason: string;
  tieBreak: string | null;
  ranking: RankingRecord;
};

type About = Omit<SummaryFacts, "tenderer" | "tender" | "lots">;

/**
 * What one tender is told: of every lot that it was for, its own assessment beside the winner's. Null when it was ranked
 * for none. No score, price or name of any other tender gets in.
 */
export function summaryFor(tenderId: string, lots: readonly DecidedLot[], about: About): SummaryFacts | null {
  const told = lots.flatMap((lot) => {
    const own = lot.ranking.tenders.find(({ id }) => id === tenderId);
    return own ? [{ own, lot: lotFor(own, lot) }] : [];
  });
  const [first] = told;
  return first
    ? { ...about, tenderer: first.own.name, tender: first.own.reference, lots: told.map(({ lot }) => lot) }
    : null;
}

function lotFor(own: RankedTender, { number, title, winnerId, reason, tieBreak, ranking }: DecidedLot): SummaryLot {
  const winner = ranking.tenders.find(({ id }) => id === winnerId) ?? null;
  return {
    ...{ number, title, reason, tieBreak },
    outcome: winner === null ? "nobody" : winner.id === own.id ? "won" : "lost",
    ranked: ranking.tenders.length,
    place: own.place,
    fails: own.fails,
    own: assessedOf(own, ranking),
    winner: winner && { ...assessedOf(winner, ranking), name: winner.name },
  };
}

const assessedOf = (tender: RankedTender, ranking: RankingRecord): Assessed => ({
  total: tender.total,
  pricePence: tender.pricePence,
  vatPence: tender.vatPence,
  lines: ranking.criteria.map((criterion) => lineOf(tender, criterion, ranking)),
});

function lineOf(
  { answers, price, pricePence, place }: RankedTender,
  { id, ...criterion }: RankingRecord["criteria"][number],
  { method }: RankingRecord,
): SummaryLine {
  if (criterion.kind === "price")
    return { ...criterion, score: null, points: price, reason: priceSaid(method, BigInt(pricePence), place !== null) };
  const { score = 0, reason = "", points = 0 } = answers.find(({ criterionId }) => criterionId === id) ?? {};
  return { ...criterion, score, reason, points };
}
