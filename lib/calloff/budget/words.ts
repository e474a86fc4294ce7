import { pounds } from "@/lib/core/values/format";

/** "April 2026 to March 2027": what a financial year is, in words. */
export const yearWords = (year: string): string =>
  `April ${year.slice(0, 4)} to March ${year.slice(0, 2)}${year.slice(5)}`;

/** What approving does with a share, as a sentence. */
export const asideWords = (pence: bigint, years: number): string =>
  years > 1
    ? `${pounds(pence)} is set aside in the budgets that you choose, one for each of ${years} financial years: all of it, or nothing.`
    : `${pounds(pence)} is set aside in the budget that you choose.`;

/** How a share of a purchase is split, as a sentence. */
export const splitWords =
  "The purchase goes on into another financial year. Your share is split over the years by the days in each.";

export const budgetEventWords = {
  create: "Budget made",
  change: "Amount changed",
  setAllowance: "Yearly limit set",
} as const;

export const budgetProblems = {
  twice: (year: string) => `You already have a budget of this name for ${year}`,
  committed: (pence: bigint) => `${pounds(pence)} is committed already, so the amount cannot be less`,
  used: (pence: bigint) => `${pounds(pence)} is used already, so the limit cannot be less`,
  tooLittle: (left: bigint, share: bigint) =>
    `This budget has ${pounds(left)} left, and this part of your share is ${pounds(share)}`,
  choose: (year: string) => `Choose a budget for ${year}`,
  otherYear: (year: string) => `Choose a budget for ${year}, the year that this part falls into`,
};
