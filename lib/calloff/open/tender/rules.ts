import type { CallOffState, PriceMethod, TenderState } from "@/lib/core/prisma/enums";
import { pounds, whole } from "@/lib/core/values/format";
import { multiply, vat } from "@/lib/core/values/money";

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

/** Whether tenders can come in at this moment of the database's clock. At the very moment of the close they no longer can. */
export const takesTenders = ({ state, closesAt }: { state: CallOffState; closesAt: Date | null }, now: Date): boolean =>
  state === "published" && closesAt !== null && now.getTime() < closesAt.getTime();

/** What is wrong with an answer's length, with the count; null when it fits. */
export function lengthFault(text: string, limit: number | null): string | null {
  const words = wordsIn(text);
  if (limit === null || words <= limit) return null;
  return `Your answer has ${whole(words)} words. The most is ${whole(limit)}. Take out ${whole(words - limit)}`;
}

/** What is wrong with a price beside its budget (pence with VAT); null when it may be asked. Only a fixed price is bound by it. */
export function budgetFault({ totalPence }: LotPrice, budgetPence: bigint, method: PriceMethod): string | null {
  if (method !== "fixedPrice" || totalPence <= budgetPence) return null;
  return `With VAT this comes to ${pounds(totalPence)}. It cannot be more than the budget of ${pounds(budgetPence)}`;
}

/** What is wrong with the shares of named sub-contractors (basis points): something must be left for whoever tenders. */
export const sharesFault = (shares: readonly number[]): string | null =>
  shares.reduce((total, share) => total + share, 0) < 10_000
    ? null
    : "The shares come to the whole of the work. Leave a share for your own organisation";

const told: readonly CallOffState[] = ["notified", "standstill", "concluded"];

/**
 * A tender's state as its own organisation may know it: what became of it is told to everyone at one moment, with the
 * assessment summaries, and until then it is still being assessed.
 */
export function stateToTell(state: TenderState, callOff: CallOffState): TenderState {
  if (told.includes(callOff)) return state;
  if (state === "disregarded") return "opened";
  return state === "successful" || state === "unsuccessful" ? "assessed" : state;
}
