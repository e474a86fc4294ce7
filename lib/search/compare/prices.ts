import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { multiply, vat } from "@/lib/core/values/money";
import type { Places } from "@/lib/reference/places";
import { type Uplift, upliftAt, uplifted } from "@/lib/register/service/rates/uplift";

/** For what prices are set side by side. Null is not asked: then every price of a list counts. */
export type PriceAsk = { volume: number | null; level: Exclude<Complexity, "any"> | null; place: string | null };

export const nothingAsked: PriceAsk = { volume: null, level: null, place: null };

export type PricedLine = {
  number: number;
  unit: RateUnit;
  what: string;
  complexity: Complexity;
  pence: bigint;
  vatBp: number;
  volumeFrom: number;
  volumeTo: number | null;
};
export type PriceList = { lines: readonly PricedLine[]; uplifts: readonly Uplift[] };

/** One price worked out for what was asked, in pence: with what is added in the place, and with its VAT. */
export type Worked = {
  line: PricedLine;
  uplift: Uplift | null;
  unitPence: bigint;
  unitWithVat: bigint;
  /** For the number asked; null when no number was asked. */
  total: { volume: number; pence: bigint; withVat: bigint } | null;
};

/** What a service says of one unit. Only `priced` can be set against another service's. */
export type UnitAnswer =
  | { kind: "priced"; lowest: Worked; highest: Worked }
  /** It charges by this unit, and for no such number or level. */
  | { kind: "unfit" }
  | { kind: "otherUnit"; units: RateUnit[] }
  | { kind: "noPrices" };

/**
 * The lowest and the highest price of a list for one unit, before VAT, at the number, the level and the place asked. No
 * unit is ever turned into another: no price says how long a session or a referral is, how many hours make a week of
 * support, or how many of anything lead to an outcome.
 */
export function unitAnswer(list: PriceList | null, unit: RateUnit, ask: PriceAsk, places: Places): UnitAnswer {
  if (!list || list.lines.length === 0) return { kind: "noPrices" };
  const mine = list.lines.filter((line) => line.unit === unit);
  if (mine.length === 0) return { kind: "otherUnit", units: [...new Set(list.lines.map((line) => line.unit))] };
  const uplift = ask.place ? upliftAt(list.uplifts, ask.place, places) : null;
  const worked = mine.filter((line) => fits(line, ask)).map((line) => workOut(line, uplift, ask));
  const inOrder = worked.toSorted(
    (one, other) => Number(one.unitPence - other.unitPence) || one.line.number - other.line.number,
  );
  const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
  return lowest && highest ? { kind: "priced", lowest, highest } : { kind: "unfit" };
}

/** Whether a price holds for the number and the level asked. A price for any level holds for each. */
export function fits({ complexity, volumeFrom, volumeTo }: PricedLine, { volume, level }: PriceAsk): boolean {
  const levelFits = level === null || complexity === "any" || complexity === level;
  return levelFits && (volume === null || (volumeFrom <= volume && volume <= (volumeTo ?? volume)));
}

function workOut(line: PricedLine, uplift: Uplift | null, { volume }: PriceAsk): Worked {
  const unitPence = uplifted(line.pence, uplift);
  // As a purchase counts it: VAT is taken of the whole amount, once.
  const withVat = (pence: bigint) => pence + vat(pence, line.vatBp);
  const pence = volume === null ? null : multiply(unitPence, volume);
  return {
    line,
    uplift,
    unitPence,
    unitWithVat: withVat(unitPence),
    total: volume === null || pence === null ? null : { volume, pence, withVat: withVat(pence) },
  };
}

/** How far each lowest price lies above the lowest of them all, in pence before VAT; null for what cannot be set against it. */
export function aboveLowest(answers: readonly UnitAnswer[]): (bigint | null)[] {
  const lows = answers.map((answer) => (answer.kind === "priced" ? answer.lowest.unitPence : null));
  const least = lows.reduce((low, next) => (next !== null && (low === null || next < low) ? next : low), null);
  return lows.map((low) => (low === null || least === null ? null : low - least));
}
