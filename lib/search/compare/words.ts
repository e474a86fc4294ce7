import type { RateUnit } from "@/lib/core/prisma/enums";
import { count, listed, percent, pounds } from "@/lib/core/values/format";
import { bpOf } from "@/lib/core/values/share";
import { complexityWords, unitWords } from "@/lib/register/service/words";
import { ledWords, vcseCriterionWords } from "../words";
import type { PriceAsk, Worked } from "./prices";

/** What a comparison says. */
export const compareWords = {
  nobody: "Nobody is ruled out",
  vcse: vcseCriterionWords.yes,
  led: ledWords,
  price: (per: string) => `Price ${per}, before VAT`,
  lowest: (per: string) => `Lowest ${per}, worked out`,
  highest: (per: string) => `Highest ${per}, worked out`,
  oneLevel: "The same as the lowest",
  noPrices: "No prices today",
  unfit: "No price for that number and level",
  otherUnit: (units: readonly RateUnit[]) =>
    `Not comparable: charged by ${listed(units.map((unit) => unitWords[unit].one))}`,
  /** How far a price lies above the lowest of those compared; the share is of that lowest. */
  above: (more: bigint, pence: bigint) => {
    if (more === 0n) return "The lowest here";
    const share = bpOf(more, pence - more);
    return `${pounds(more)}${share === null ? "" : ` (${percent(share)})`} above the lowest here`;
  },
} as const;

/** Why a price never becomes one for another unit: for whoever asks. */
export const unitRules = [
  "We set prices beside each other only when they are for the same unit.",
  "We do not turn sessions into hours. No price says how long a session is.",
  "A week of support is not a week in a bed. So we do not turn nights into weeks.",
  "A price for each referral or outcome buys a result. Hours do not say what that takes.",
  "The same unit can still buy different work. Read what each price is for.",
] as const;

/** How a price came about, step by step: what is said, what is added in the place, the VAT, and the sum for the number asked. */
export function workingWords(worked: Worked, placeLabel: (code: string) => string): string[] {
  const { line, uplift, unitPence, unitWithVat, total } = worked;
  const { one, several, per } = unitWords[line.unit];
  const more = uplift
    ? [
        `${pounds(line.pence)} and ${percent(uplift.upliftBp)} more in ${placeLabel(uplift.placeCode)} is ${pounds(unitPence)}`,
      ]
    : [];
  const taxed =
    line.vatBp === 0
      ? ["No VAT on it"]
      : [`${pounds(unitPence)} and ${percent(line.vatBp)} VAT is ${pounds(unitWithVat)}`];
  const sum = total
    ? [
        `${count(total.volume, one, several)}: ${pounds(total.pence)}${line.vatBp === 0 ? "" : ` before VAT, ${pounds(total.withVat)} with it`}`,
      ]
    : [];
  return [`${pounds(unitPence)} ${per}: ${line.what}`, ...more, ...taxed, ...sum];
}

/** What prices were asked for, in a sentence; null when nothing was. */
export function askWords({ volume, level, place }: PriceAsk, placeLabel: (code: string) => string): string | null {
  const said = [
    ...(volume === null ? [] : [`for ${volume} of each unit`]),
    ...(level === null ? [] : [`at ${complexityWords[level].toLowerCase()} complexity`]),
    ...(place === null ? [] : [`in ${placeLabel(place)}`]),
  ];
  return said.length > 0 ? `Prices are worked out ${said.join(", ")}.` : null;
}
