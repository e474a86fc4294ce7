import type { CallOffRoute } from "@/lib/core/prisma/enums";
import type { RankingRecord } from "./record";
import type { LotChoice } from "./schema";
import { priceHidden, problems } from "./words";

/** What a choice for one lot is judged by. */
export type LotToDecide = {
  ranking: Pick<RankingRecord, "winnerId" | "undecidedIds" | "received" | "tenders">;
  route: CallOffRoute | null;
};

/** Routes on which one tender is what was meant. On all others it is a sign, and is answered for. */
const byDesign: readonly (CallOffRoute | null)[] = ["directAward", "directGrant"];

/** Whether so few tenders came for a lot that the decision must say what else was considered. */
export const isSingle = ({ ranking: { received }, route }: LotToDecide): boolean =>
  received <= 1 && !byDesign.includes(route);

/** Whether the chosen tender shares the first place, so that the decision between them is to be written down. */
export const isTied = ({ undecidedIds }: Pick<RankingRecord, "undecidedIds">, tenderId: string | null): boolean =>
  tenderId !== null && undecidedIds.includes(tenderId);

/**
 * What is wrong with a choice, by field; nothing when it may be proposed. The winner is the first of the ranking, or one
 * of those that share the first place with how the tie was settled, or nobody. One tender or none is answered for.
 */
export function choiceProblems(lot: LotToDecide, choice: LotChoice): { field: keyof LotChoice; message: string }[] {
  const { ranking } = lot;
  const found: { field: keyof LotChoice; message: string }[] = [];
  const { tenderId } = choice;
  if (tenderId !== null && tenderId !== ranking.winnerId && !isTied(ranking, tenderId))
    found.push({
      field: "tenderId",
      message: ranking.tenders.some(({ id }) => id === tenderId) ? problems.notFirst : problems.notRanked,
    });
  if (isTied(ranking, tenderId) && !choice.tieBreak) found.push({ field: "tieBreak", message: problems.tie });
  if (isSingle(lot)) {
    if (choice.considered.length === 0) found.push({ field: "considered", message: problems.considered });
    if (!choice.singleBid) found.push({ field: "singleBid", message: problems.singleBid });
  }
  return found;
}

/**
 * A ranking without what tenders that did not win ask for: their prices, and everything from which a price could be
 * worked out: the winner's points for its price would tell the lowest. Places, answers and reasons stay.
 */
export const blinded = (ranking: RankingRecord, winnerId: string | null): RankingRecord => ({
  ...ranking,
  lowestPence: null,
  tenders: ranking.tenders.map((tender) => ({
    ...tender,
    ...{ price: 0, total: tender.quality + tender.socialValue },
    ...(tender.id === winnerId ? {} : { pricePence: "0", vatPence: "0", mobilisationPence: "0" }),
    fails: tender.fails.map((why) => (why.includes("£") ? priceHidden : why)),
  })),
});
