import { pounds } from "@/lib/core/values/format";

/** "April 2026 to March 2027": what a financial year is, in words. */
export const yearWords = (year: string): string =>
  `April ${year.slice(0, 4)} to March ${year.slice(0, 2)}${year.slice(5)}`;

export const budgetEventWords = {
  create: "Budget made",
  change: "Amount changed",
  setAllowance: "Yearly limit set",
} as const;

export const budgetProblems = {
  twice: (year: string) => `You already have a budget of this name for ${year}`,
  committed: (pence: bigint) => `${pounds(pence)} is committed already, so the amount cannot be less`,
  used: (pence: bigint) => `${pounds(pence)} is used already, so the limit cannot be less`,
  tooLittle: (left: bigint, share: bigint) => `This budget has ${pounds(left)} left, and the share is ${pounds(share)}`,
  otherYear: (year: string) => `Choose a budget for ${year}, when the purchase starts`,
};
