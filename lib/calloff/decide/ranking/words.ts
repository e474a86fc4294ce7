import { pounds } from "@/lib/core/format";

/** Why a tender may not win a lot, in words that its tenderer can read too. */
export const failWords = {
  minimum: ({ title, minimum, score }: { title: string; minimum: number; score: number }) =>
    `It scored ${score} for “${title}”, where at least ${minimum} is needed.`,
  budget: ({ totalPence, budgetPence }: { totalPence: bigint; budgetPence: bigint }) =>
    `Its price of ${pounds(totalPence)} with VAT is more than the budget of ${pounds(budgetPence)}.`,
  disregarded: (reason: string | null) => `It was disregarded. ${reason ?? ""}`.trim(),
};
