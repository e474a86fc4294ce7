import type { CriterionKind, PriceMethod } from "@/lib/core/prisma/enums";
import { pounds } from "@/lib/core/values/format";
import type { Contest, Sensitivity } from "./contest";
import type { Settled } from "./rules";

/** Thousandths of a point as points, exact: 25,000 is "25" and 28,571 is "28.571". */
export function points(thousandths: number): string {
  const digits = String(Math.abs(thousandths)).padStart(4, "0");
  const part = digits.slice(-3).replace(/0+$/, "");
  return `${thousandths < 0 ? "-" : ""}${digits.slice(0, -3)}${part && `.${part}`}`;
}

const some = (thousandths: number) => `${points(thousandths)} ${thousandths === 1000 ? "point" : "points"}`;

export const kindWords: Record<CriterionKind, string> = {
  quality: "Quality",
  socialValue: "Social value",
  price: "Price",
};

/** How a price becomes points, in one sentence. */
export const methodWords: Record<PriceMethod, string> = {
  lowestOverPrice:
    "The lowest price gets all the points for price. Each other price gets lowest ÷ price × weight, rounded to the thousandth of a point.",
  fixedPrice: "The price is fixed, so tenders compete on their answers alone.",
  qualityPerPound: "Tenders are compared by their points for each pound, exactly, without rounding.",
};

/** What put one tender before the next, where points did not. */
export const settledWords: Record<Settled, string> = {
  points: "",
  quality: "Equal points. More points for quality put it first.",
  socialValue: "Equal points, and equal quality. More points for social value put it first.",
  decision: "Nothing separates it from the next. A decision must be recorded.",
};

/** Why a tender may not win a lot, in words that its tenderer can read too. */
export const failWords = {
  minimum: ({ title, minimum, score }: { title: string; minimum: number; score: number }) =>
    `It scored ${score} for “${title}”, where at least ${minimum} is needed.`,
  budget: ({ totalPence, budgetPence }: { totalPence: bigint; budgetPence: bigint }) =>
    `Its price of ${pounds(totalPence)} with VAT is more than the budget of ${pounds(budgetPence)}.`,
  noPrice: "It gives no price for this lot.",
  disregarded: (reason: string | null) => `It was disregarded. ${reason ?? ""}`.trim(),
};

/** One answer's arithmetic: "4 ÷ 5 × 40 = 32". */
export const answerSum = (score: number, weightBp: number, got: number) =>
  `${score} ÷ 5 × ${points(weightBp * 10)} = ${points(got)}`;

/** The price's arithmetic: "£12,000.00 ÷ £14,400.00 × 30 = 25". */
export const priceSum = (lowestPence: bigint, pence: bigint, weightBp: number, got: number) =>
  `${pounds(lowestPence)} ÷ ${pounds(pence)} × ${points(weightBp * 10)} = ${points(got)}`;

/**
 * What would change the winner, in sentences, with what would not. `name` gives a tender as people call it.
 */
export function sensitivityWords(contest: Contest, found: Sensitivity, name: (tenderId: string) => string): string[] {
  const { winnerId, runnerUpId, margin, scores, priceToWin, weights } = found;
  const asked = contest.tenders.find(({ id }) => id === runnerUpId)?.pence ?? 0n;
  const titled = (criterionId: string) => contest.criteria.find(({ id }) => id === criterionId)?.title ?? "";
  const then = (id: string | null) => (id ? `${name(id)} would win` : "nobody would win without a recorded decision");
  return [
    contest.method === "qualityPerPound"
      ? `${name(winnerId)} has more points for each pound than ${name(runnerUpId)}.`
      : `${name(winnerId)} is ${some(margin)} ahead of ${name(runnerUpId)}.`,
    ...(scores.length === 0
      ? [`No single score of these two, one point up or down, would change the winner.`]
      : scores.map(
          ({ tenderId, criterionId, from, to, winnerId: after }) =>
            `If ${name(tenderId)} had ${to} instead of ${from} for “${titled(criterionId)}”, ${then(after)}.`,
        )),
    ...(contest.method === "fixedPrice"
      ? []
      : [
          priceToWin === null
            ? `No price of ${name(runnerUpId)}, however low, would change the winner.`
            : `${name(runnerUpId)} asked ${pounds(asked)} without VAT. It would win with ${pounds(priceToWin)} or less, and not with a penny more.`,
        ]),
    ...(contest.method !== "lowestOverPrice"
      ? []
      : weights.length === 0
        ? ["Five points more or less for quality against price would not change the winner."]
        : weights.map(
            ({ qualityBp, winnerId: after }) =>
              `With five points ${qualityBp > 0 ? "more" : "less"} for quality and ${qualityBp > 0 ? "less" : "more"} for price, ${then(after)}.`,
          )),
  ];
}
