import { financialYear } from "@/lib/core/values/moment";

/** What is not committed yet. */
export const leftOf = ({ amountPence, committedPence }: { amountPence: bigint; committedPence: bigint }): bigint =>
  amountPence - committedPence;

/**
 * The financial year before a day's own, that year, and the two after it: the years that money is set for. With one more where
 * a long contract asks for it.
 */
export function yearsAround(day: string, asked = ""): string[] {
  const start = Number(financialYear(day).slice(0, 4));
  const around = [-1, 0, 1, 2].map((more) => financialYear(`${start + more}-04-01`));
  const year = /^20\d\d-\d\d$/.test(asked) ? financialYear(`${asked.slice(0, 4)}-04-01`) : null;
  return year && !around.includes(year) ? [...around, year].toSorted() : around;
}
