import type { Complexity, Instrument, RateUnit, ShareMethod } from "@/lib/core/prisma/enums";
import { multiply, sum, vat } from "@/lib/core/values/money";
import { bpOfEach, split, splitByBasisPoints, WHOLE } from "@/lib/core/values/share";
import { bandWords } from "./words";

export type Rate = { unitPence: bigint; vatBp: number; volume: number };
export type PricedLine = Rate & { amountPence: bigint; vatPence: bigint };
export type Price = { lines: PricedLine[]; valuePence: bigint; vatPence: bigint; totalPence: bigint };

/** Unit price times volume, VAT on each line half up to the penny, and what they come to. A grant carries no VAT. */
export function priceOf(instrument: Instrument, rates: readonly Rate[]): Price {
  const lines = rates.map((rate) => {
    const vatBp = instrument === "grant" ? 0 : rate.vatBp;
    const amountPence = multiply(rate.unitPence, rate.volume);
    return { ...rate, vatBp, amountPence, vatPence: vat(amountPence, vatBp) };
  });
  const valuePence = sum(lines.map(({ amountPence }) => amountPence));
  const vatPence = sum(lines.map((line) => line.vatPence));
  return { lines, valuePence, vatPence, totalPence: valuePence + vatPence };
}

export type Banded = {
  id: string;
  unit: RateUnit;
  what: string;
  complexity: Complexity;
  volumeFrom: number;
  volumeTo: number | null;
};

/** Why each volume may not be bought at its price, by rate line: outside the band, or the same thing at two prices. */
export function bandProblems(chosen: readonly { line: Banded; volume: number }[]): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (const { line, volume } of chosen) {
    const thing = [line.unit, line.complexity, line.what.trim().toLowerCase()].join("|");
    if (seen.has(thing)) found.set(line.id, bandWords.twice);
    else if (volume < line.volumeFrom) found.set(line.id, bandWords.below(line.unit, line.volumeFrom));
    else if (line.volumeTo !== null && volume > line.volumeTo)
      found.set(line.id, bandWords.above(line.unit, line.volumeTo));
    seen.add(thing);
  }
  return found;
}

export type Share = { shareBp: number; sharePence: bigint };

/** Shares by percentage: the others' as given, and the buyer, who comes first, pays the rest. Null when nothing is left for the buyer. */
export function sharesByPercent(totalPence: bigint, others: readonly number[]): Share[] | null {
  const rest = WHOLE - others.reduce((all, bp) => all + bp, 0);
  if (rest <= 0 || others.some((bp) => bp <= 0)) return null;
  return byPercent(totalPence, [rest, ...others]);
}

/** Shares in pounds: the others' as given, and the buyer, who comes first, pays the rest. Null when nothing is left for the buyer. */
export function sharesByPounds(totalPence: bigint, others: readonly bigint[]): Share[] | null {
  const rest = totalPence - sum(others);
  if (rest <= 0n || others.some((pence) => pence <= 0n)) return null;
  return byPounds([rest, ...others]);
}

/**
 * The same shares of a new price. Percentages stay percentages. Where shares were given in pounds, the others keep theirs
 * and the buyer, who comes first, pays the difference; if that leaves the buyer nothing, all keep their proportion.
 */
export function sharesAgain(method: ShareMethod, before: readonly Share[], newTotal: bigint): Share[] {
  const bps = before.map(({ shareBp }) => shareBp);
  const oldTotal = sum(before.map(({ sharePence }) => sharePence));
  if (method === "percent" || oldTotal === 0n || newTotal === 0n) return byPercent(newTotal, bps);
  const others = before.slice(1).map(({ sharePence }) => sharePence);
  return (
    sharesByPounds(newTotal, others) ??
    byPounds(
      split(
        newTotal,
        before.map(({ sharePence }) => sharePence),
      ),
    )
  );
}

function byPercent(totalPence: bigint, bps: readonly number[]): Share[] {
  const parts = splitByBasisPoints(totalPence, bps);
  return bps.map((shareBp, at) => ({ shareBp, sharePence: parts[at] ?? 0n }));
}

function byPounds(parts: readonly bigint[]): Share[] {
  const bps = bpOfEach(parts);
  return parts.map((sharePence, at) => ({ sharePence, shareBp: bps[at] ?? 0 }));
}
