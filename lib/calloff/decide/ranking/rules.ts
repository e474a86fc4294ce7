import type { PriceMethod } from "@/lib/core/prisma/enums";
import { lowestOf, pricePoints } from "../price/rules";

/**
 * A tender for one lot as the ranking needs it. Points are thousandths (100 points are 100,000). `pence` is the price of
 * the first term without VAT (`lib/calloff/decide/price` says why); `fails` are the reasons for which it may not win.
 */
export type Entrant = {
  id: string;
  reference: string;
  quality: number;
  socialValue: number;
  pence: bigint;
  fails: readonly string[];
};

/** How one place was won against the next: by points, or by what settles a tie. `decision` is still to be recorded. */
export type Settled = "points" | "quality" | "socialValue" | "decision";

export type Placed = Entrant & {
  /** From 1. Tenders that nothing separates share a place until a decision is recorded. */
  place: number;
  price: number;
  /** All points together, in thousandths. */
  total: number;
  /** The references of those with exactly as much. */
  tiedWith: string[];
  /** What put it before the one below it; null for the last. */
  before: Settled | null;
};

export type Ranking = {
  method: PriceMethod;
  priceWeightBp: number;
  /** The lowest price among those that may win, in pence without VAT; null when none may. */
  lowestPence: bigint | null;
  places: Placed[];
  unsuitable: Entrant[];
  /** Who is first by points and the stated tie rules; null when nobody may win, or a decision must settle it. */
  winnerId: string | null;
  /** Those that share the first place, when a decision must be recorded. */
  undecidedIds: string[];
};

/** Those who may win are placed; the others stand apart with their reasons. */
type Scored = Entrant & { price: number; total: number };

/**
 * What is compared, exactly, for two tenders: all points, or with `qualityPerPound` points for each pound, by
 * multiplying crosswise instead of dividing. A price of nothing counts as one penny. Above zero when `one` is better.
 */
const ahead = (method: PriceMethod, one: Scored, other: Scored): bigint =>
  method === "qualityPerPound"
    ? BigInt(one.total) * atLeastAPenny(other.pence) - BigInt(other.total) * atLeastAPenny(one.pence)
    : BigInt(one.total - other.total);

const atLeastAPenny = (pence: bigint) => (pence > 0n ? pence : 1n);

/** What puts one tender before another: what is compared, then quality points, then social value points. */
function settled(method: PriceMethod, one: Scored, other: Scored): { better: number; by: Settled } {
  const points = ahead(method, one, other);
  if (points !== 0n) return { better: points > 0n ? 1 : -1, by: "points" };
  if (one.quality !== other.quality) return { better: one.quality - other.quality, by: "quality" };
  return {
    better: one.socialValue - other.socialValue,
    by: one.socialValue === other.socialValue ? "decision" : "socialValue",
  };
}

/**
 * Ranks the tenders for one lot. Price points follow `pricePoints` among the suitable tenders only. Ties are settled by
 * quality points, then social value points, then a recorded decision. The order given does not matter: where nothing
 * separates two, they share a place and stand in the order of their references.
 */
export function rank({
  method,
  priceWeightBp,
  tenders,
}: {
  method: PriceMethod;
  priceWeightBp: number;
  tenders: readonly Entrant[];
}): Ranking {
  const suitable = tenders.filter(({ fails }) => fails.length === 0);
  const points = pricePoints(method, priceWeightBp, suitable);
  const scored = suitable
    .map((tender) => {
      const price = points.get(tender.id) ?? 0;
      return { ...tender, price, total: tender.quality + tender.socialValue + price };
    })
    .toSorted((one, other) => settled(method, other, one).better || byReference(one, other));
  const places: Placed[] = [];
  for (const [at, tender] of scored.entries()) {
    const [above, below] = [scored[at - 1], scored[at + 1]];
    const shares = above !== undefined && settled(method, above, tender).by === "decision";
    places.push({
      ...tender,
      place: shares ? (places.at(-1)?.place ?? 1) : at + 1,
      before: below ? settled(method, tender, below).by : null,
      tiedWith: scored
        .filter((other) => other.id !== tender.id && ahead(method, tender, other) === 0n)
        .map(({ reference }) => reference),
    });
  }
  const first = places.filter(({ place }) => place === 1);
  return {
    method,
    priceWeightBp,
    lowestPence: suitable.length > 0 ? lowestOf(suitable) : null,
    places,
    unsuitable: tenders.filter(({ fails }) => fails.length > 0).toSorted(byReference),
    winnerId: first.length === 1 ? (first[0]?.id ?? null) : null,
    undecidedIds: first.length > 1 ? first.map(({ id }) => id) : [],
  };
}

const byReference = (one: { reference: string }, other: { reference: string }) =>
  one.reference < other.reference ? -1 : one.reference > other.reference ? 1 : 0;

/** Points for each £1,000, in thousandths, half up: what `qualityPerPound` looks like to a reader. It decides nothing. */
export const perThousandPounds = ({ total, pence }: { total: number; pence: bigint }): number => {
  const below = atLeastAPenny(pence);
  return Number((BigInt(total) * 200_000n + below) / (below * 2n));
};
