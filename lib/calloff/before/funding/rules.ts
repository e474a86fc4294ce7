import type { ShareMethod } from "@/lib/core/prisma/enums";
import { sum } from "@/lib/core/values/money";
import { bpOfEach, split, splitByBasisPoints, WHOLE } from "@/lib/core/values/share";
import { byYear, type Term, type YearPart } from "../../budget/years";
import { type Share, sharesAgain } from "../../purchase/rules";

/** What the others pay of a lot: basis points, or pence. Nought is nothing. */
export type Asked = readonly (number | bigint)[];

/**
 * What everyone pays of one lot's budget, in pence that add up to it. The lead authority comes first and pays the rest, which
 * may be nothing where others pay for the whole of a lot. Null when the others would pay more than there is.
 */
export function sharesOfLot(method: ShareMethod, budgetPence: bigint, others: Asked): Share[] | null {
  if (method === "percent") {
    const bps = others.map(Number);
    const rest = WHOLE - bps.reduce((all, bp) => all + bp, 0);
    if (rest < 0 || bps.some((bp) => bp < 0)) return null;
    const parts = splitByBasisPoints(budgetPence, [rest, ...bps]);
    return [rest, ...bps].map((shareBp, at) => ({ shareBp, sharePence: parts[at] ?? 0n }));
  }
  const pence = others.map(BigInt);
  const rest = budgetPence - sum(pence);
  if (rest < 0n || pence.some((part) => part < 0n)) return null;
  const parts = [rest, ...pence];
  const bps = bpOfEach(parts);
  return parts.map((sharePence, at) => ({ sharePence, shareBp: bps[at] ?? 0 }));
}

/** The same shares of a new budget, the lead first. Percentages stay; in pounds the others keep theirs and the lead pays the difference. */
export const sharesOfNewBudget = (method: ShareMethod, before: readonly Share[], budgetPence: bigint): Share[] =>
  before.length === 0 ? [{ shareBp: WHOLE, sharePence: budgetPence }] : sharesAgain(method, before, budgetPence);

/**
 * What everyone pays of an award, in pence that add up to its price with VAT. The price may be less than the budget: then
 * each body pays less, in proportion to the share it agreed to, so that nobody keeps the whole saving.
 */
export function awardShares(method: ShareMethod, agreed: readonly Share[], totalPence: bigint): bigint[] {
  const weights = agreed.map(({ shareBp, sharePence }) => (method === "percent" ? BigInt(shareBp) : sharePence));
  return sum(weights) === 0n ? agreed.map((_, at) => (at === 0 ? totalPence : 0n)) : split(totalPence, weights);
}

/** What a body pays of each awarded lot; nothing where the lot has no winner. */
type Paying = readonly { lotId: string; awardPence: bigint | null }[];

/** The price of an awarded lot without VAT, and how much of it is for getting ready. */
export type AwardedPrice = { lotId: string; pricePence: bigint; mobilisationPence: bigint };

/**
 * What a body's share of an award comes to in each financial year of the first term: by the days in each, and what is paid
 * in advance for getting ready in the first. VAT follows the price, so both parts bear it. The parts add up to the share.
 */
export const shareByYear = (term: Term, shares: Paying, prices: readonly AwardedPrice[]): YearPart[] =>
  byYear(term, sum(shares.map(({ awardPence }) => awardPence ?? 0n)), advanceOf(shares, prices));

/** How much of a body's share of an award is paid in advance for getting ready, in pence. */
export const advanceOf = (shares: Paying, prices: readonly AwardedPrice[]): bigint =>
  sum(
    shares.map(({ lotId, awardPence }) => {
      const price = prices.find((found) => found.lotId === lotId);
      return awardPence && price ? forReady(awardPence, price) : 0n;
    }),
  );

function forReady(pence: bigint, { pricePence, mobilisationPence }: AwardedPrice): bigint {
  if (mobilisationPence >= pricePence) return mobilisationPence > 0n ? pence : 0n;
  return split(pence, [mobilisationPence, pricePence - mobilisationPence])[0] ?? 0n;
}
