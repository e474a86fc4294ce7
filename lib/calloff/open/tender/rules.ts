import { multiply, vat } from "@/lib/core/money";

/** What a tender asks for one lot: pence without VAT. */
export type LotOffer = { unitPence: bigint; mobilisationPence: bigint; vatBp: number };

/** A lot's price with its arithmetic: volume times rate, getting ready beside it, and VAT on both together, half up to the penny. */
export type LotPrice = LotOffer & {
  volume: number;
  amountPence: bigint;
  pricePence: bigint;
  vatPence: bigint;
  totalPence: bigint;
};

/** The price of one lot for its first term, at the forecast volume. A grant carries no VAT. Nothing is rounded but the VAT. */
export function priceOfLot(volume: number, offer: LotOffer, { grant = false } = {}): LotPrice {
  const vatBp = grant ? 0 : offer.vatBp;
  const amountPence = multiply(offer.unitPence, volume);
  const pricePence = amountPence + offer.mobilisationPence;
  const vatPence = vat(pricePence, vatBp);
  return { ...offer, vatBp, volume, amountPence, pricePence, vatPence, totalPence: pricePence + vatPence };
}

/** How many words a text has, as its writer would count them: runs between white space. */
export const wordsIn = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;
