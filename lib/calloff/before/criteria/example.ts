import type { PriceMethod } from "@/lib/core/prisma/enums";
import { ofBp } from "@/lib/core/values/share";
import { pricePoints } from "../../decide/price/rules";
import { totalOf, type Weighed } from "./rules";

/** What three made-up tenders ask, as a share of the budget, and what part of the points for quality and social value they get. */
const tenders = [
  { name: "A", budgetBp: 8_000, qualityBp: 7_200 },
  { name: "B", budgetBp: 9_000, qualityBp: 8_000 },
  { name: "C", budgetBp: 10_000, qualityBp: 8_200 },
] as const;

/** A budget for the example where no lot has one yet: £100,000. */
const USUAL = 100_000_00n;

export type Worked = {
  name: string;
  pence: bigint;
  /** Points of 100, in thousandths. */
  quality: number;
  price: number;
  total: number;
  /** For quality for each pound: thousandths of a point for each £1,000. */
  perThousand: number;
  place: number;
};

/**
 * A worked example of one way of counting price with these weights: three tenders through the arithmetic that awards use.
 * Pure. With a fixed price all three ask for the budget; ties are not in it.
 */
export function workedExample(method: PriceMethod, criteria: readonly Weighed[], budgetPence: bigint): Worked[] {
  const budget = budgetPence > 0n ? budgetPence : USUAL;
  const priced = method === "lowestOverPrice";
  const priceBp = priced ? totalOf(criteria, "price") || 3_000 : 0;
  const full = (10_000 - priceBp) * 10;
  const offers = tenders.map(({ name, budgetBp }) => ({
    id: name,
    pence: method === "fixedPrice" ? budget : ofBp(budget, budgetBp),
  }));
  const points = pricePoints(method, priceBp, offers);
  const rows = tenders.map(({ name, qualityBp }, at) => {
    const pence = offers[at]?.pence ?? 1n;
    const quality = Math.round((full * qualityBp) / 10_000);
    const price = points.get(name) ?? 0;
    const perThousand = Number((BigInt(quality) * 100_000n * 2n + pence) / (pence * 2n));
    return { name, pence, quality, price, total: quality + price, perThousand };
  });
  const rank = (row: (typeof rows)[number]) => (method === "qualityPerPound" ? row.perThousand : row.total);
  return rows.map((row) => ({ ...row, place: 1 + rows.filter((other) => rank(other) > rank(row)).length }));
}
