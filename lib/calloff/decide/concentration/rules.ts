import { bpOf } from "@/lib/core/values/share";

/** What an organisation holds of a market: pence without VAT. The same organisation may stand in several rows. */
export type Holding = { organisationId: string; pence: bigint };

/** How a market stands. Shares are basis points; the HHI runs from 0 to 10,000. All are null where nothing was awarded. */
export type Standing = {
  totalPence: bigint;
  organisations: number;
  /** The share of the organisation that is asked about. */
  shareBp: number | null;
  /** The share of the six that hold most. */
  topSixBp: number | null;
  hhi: number | null;
};

export type Concentration = { before: Standing; after: Standing };

/** What each organisation holds, in one sum, those without anything left out. A negative amount is a fault and throws. */
export function heldBy(holdings: readonly Holding[]): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const { organisationId, pence } of holdings) {
    if (pence < 0n) throw new RangeError("Nobody holds less than nothing");
    if (pence > 0n) held.set(organisationId, (held.get(organisationId) ?? 0n) + pence);
  }
  return held;
}

/**
 * The Herfindahl-Hirschman index: the squares of all shares in percent, added up. Worked out from the amounts
 * themselves, and rounded half up once at the end: 10,000 where one holds everything, null where nobody holds anything.
 */
export function hhi(amounts: readonly bigint[]): number | null {
  const total = amounts.reduce((sum, pence) => sum + pence, 0n);
  const squares = amounts.reduce((sum, pence) => sum + pence * pence, 0n);
  return bpOf(squares, total * total);
}

/** How a market stands, seen from one organisation: its share, that of the six largest, and the index. */
export function standingOf(holdings: readonly Holding[], organisationId: string): Standing {
  const held = heldBy(holdings);
  const amounts = [...held.values()].sort((one, other) => (one < other ? 1 : one > other ? -1 : 0));
  const totalPence = amounts.reduce((sum, pence) => sum + pence, 0n);
  const six = amounts.slice(0, 6).reduce((sum, pence) => sum + pence, 0n);
  return {
    totalPence,
    organisations: held.size,
    shareBp: bpOf(held.get(organisationId) ?? 0n, totalPence),
    topSixBp: bpOf(six, totalPence),
    hhi: hhi(amounts),
  };
}

/** A market before and after awards are added to it, seen from one of the winners. */
export const concentration = (
  market: readonly Holding[],
  awards: readonly Holding[],
  organisationId: string,
): Concentration => ({
  before: standingOf(market, organisationId),
  after: standingOf([...market, ...awards], organisationId),
});

/** From where on a market is called concentrated, and highly: over 1,000 and over 2,000 (Merger Assessment Guidelines, CC2 and OFT1254, 2010, para 5.3.5). */
export const levelOf = (index: number): "open" | "concentrated" | "high" =>
  index > 2000 ? "high" : index > 1000 ? "concentrated" : "open";
