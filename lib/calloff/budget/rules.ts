import { addDays, financialYear } from "@/lib/core/values/moment";

/** What is not committed yet. */
export const leftOf = ({ amountPence, committedPence }: { amountPence: bigint; committedPence: bigint }): bigint =>
  amountPence - committedPence;

/** The financial year before a day's own, that year, and the two after it: the years that money is set for. */
export function yearsAround(day: string): string[] {
  const start = Number(financialYear(day).slice(0, 4));
  return [-1, 0, 1, 2].map((more) => financialYear(addDays(`${start + more}-04-01`, 0)));
}
