import type { ShareMethod } from "@/lib/core/prisma/enums";
import { sum } from "@/lib/core/values/money";
import { bpOfEach, split, splitByBasisPoints, WHOLE } from "@/lib/core/values/share";
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
