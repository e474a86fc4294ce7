import type { PriceMethod } from "@/lib/core/prisma/enums";

/** What one tender asks for a lot: pence for the first term at the forecast volume, without VAT. */
export type PriceOffer = { id: string; pence: bigint };

/**
 * Points for price, by tender, in thousandths of a point: a criterion of 3,000 basis points is worth 30,000. With
 * `lowestOverPrice` (the default of most public competitions) a tender gets lowest ÷ price x weight, rounded half up to
 * the thousandth, the only rounding there is; the lowest gets the full weight, and an offer of nothing leaves nothing
 * for the others. With `fixedPrice` and `qualityPerPound` price carries no points of its own, and all get 0. Give it
 * only the offers that may win: what is not suitable sets no lowest price. Prices are compared without VAT, because VAT
 * follows from who the supplier is, not from what it offers, and public bodies mostly get it back (VAT Act 1994, ss33
 * and 41). A negative price, or a weight that is not whole basis points from 0 to 10,000, is a fault and throws.
 */
export function pricePoints(method: PriceMethod, weightBp: number, offers: readonly PriceOffer[]): Map<string, number> {
  if (!Number.isSafeInteger(weightBp) || weightBp < 0 || weightBp > 10_000)
    throw new RangeError("A weight is 0 to 10,000");
  if (offers.some(({ pence }) => pence < 0n)) throw new RangeError("A price cannot be negative");
  const full = method === "lowestOverPrice" ? weightBp * 10 : 0;
  const lowest = lowestOf(offers);
  return new Map(offers.map(({ id, pence }) => [id, pence === lowest ? full : halfUp(BigInt(full) * lowest, pence)]));
}

/** The lowest price offered, in pence; 0n when there is no offer. */
export const lowestOf = (offers: readonly { pence: bigint }[]): bigint =>
  offers.reduce((least, { pence }, at) => (at === 0 || pence < least ? pence : least), 0n);

/** A quotient of whole numbers, rounded half up to a whole. */
const halfUp = (above: bigint, below: bigint): number => Number((above * 2n + below) / (below * 2n));
