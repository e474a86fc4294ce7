import { asDay, daysBetween, financialYear } from "@/lib/core/values/moment";
import { split } from "@/lib/core/values/share";

/** What falls into one financial year, "2027-28": pence. */
export type YearPart = { year: string; pence: bigint };

/** From the first day to the last, both in it, as days: "2027-06-01". */
export type Term = { from: string; to: string };

/** The term that two date columns keep, of which the last may be missing. */
export const termOf = (startsOn: Date, endsOn: Date | null): Term => ({
  from: asDay(startsOn),
  to: asDay(endsOn ?? startsOn),
});

/** The financial years, April to March, that a term touches, in order, with how many of its days are in each. */
export function daysByYear({ from, to }: Term): { year: string; days: number }[] {
  const found: { year: string; days: number }[] = [];
  for (let first = from; first <= to; ) {
    const year = financialYear(first);
    const next = `${Number(year.slice(0, 4)) + 1}-04-01`;
    found.push({ year, days: to < next ? daysBetween(first, to) + 1 : daysBetween(first, next) });
    first = next;
  }
  return found.length > 0 ? found : [{ year: financialYear(from), days: 1 }];
}

/**
 * Splits an amount in pence over the financial years that a term touches, in proportion to the days in each; `firstPence` of it,
 * what is paid in advance for getting ready, belongs to the first year. Exact: the parts add up to the amount, and left-over
 * pennies go to the largest remainders. Years that get nothing are left out. Days and not months, because a term may begin
 * and end within a month.
 */
export function byYear(term: Term, pence: bigint, firstPence = 0n): YearPart[] {
  const years = daysByYear(term);
  const first = firstPence < pence ? firstPence : pence;
  const parts = split(
    pence - first,
    years.map(({ days }) => days),
  );
  return years
    .map(({ year }, at) => ({ year, pence: (parts[at] ?? 0n) + (at === 0 ? first : 0n) }))
    .filter((part) => part.pence > 0n);
}

/** The parts as an audit line keeps them: pence as text, by year. */
export const written = (parts: readonly YearPart[]): Record<string, string> =>
  Object.fromEntries(parts.map(({ year, pence }) => [year, String(pence)]));
