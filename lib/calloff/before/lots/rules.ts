import { addMonths, compareDays } from "@/lib/core/values/moment";
import { split } from "@/lib/core/values/share";
import type { Day } from "@/lib/reference/calendar";

/** The longest term that volumes are forecast for. */
export const MOST_MONTHS = 120;
export const MOST_LOTS = 30;

/** Every month that a term touches, each as its first day. Nothing for a term that ends before it starts. */
export function monthsOf(startsOn: Day, endsOn: Day): Day[] {
  const months: Day[] = [];
  const last = first(endsOn);
  for (let at = first(startsOn); compareDays(at, last) <= 0 && months.length < MOST_MONTHS; at = addMonths(at, 1))
    months.push(at);
  return months;
}

const first = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The same volume in every month. */
export const sameEveryMonth = (months: number, volume: number): number[] =>
  Array.from({ length: months }, () => volume);

/**
 * A volume that grows evenly from the first month to its full height, and then stays. `growing` is the month, counted
 * from one, in which it is first full; whole units, rounded down on the way.
 */
export function ramp(months: number, { from, to, growing }: { from: number; to: number; growing: number }): number[] {
  const steps = Math.max(1, growing - 1);
  return Array.from({ length: months }, (_, at) =>
    at >= growing - 1 ? to : Math.trunc(from + ((to - from) * at) / steps),
  );
}

export type MonthVolume = { month: Day; volume: number };

/**
 * The volumes of a term that has been moved: the first month keeps the first month's volume, and so on. Months beyond
 * the old term are left without one, for somebody to fill in; volumes beyond the new term are dropped.
 */
export const refitted = (before: readonly MonthVolume[], months: readonly Day[]): MonthVolume[] =>
  before.slice(0, months.length).flatMap(({ volume }, at) => {
    const month = months[at];
    return month ? [{ month, volume }] : [];
  });

/** The months of a term that a lot has no volume for. */
export const monthsWithout = (volumes: readonly MonthVolume[], months: readonly Day[]): Day[] => {
  const known = new Set(volumes.map(({ month }) => month));
  return months.filter((month) => !known.has(month));
};

export type Divided = { budgetPence: bigint; extensionPence: bigint; volumes: MonthVolume[] };

/** A lot in even parts: budget, extension and each month's volume add up to what they were, to the penny and the unit. */
export function divided(lot: Divided, parts: number): Divided[] {
  const even = sameEveryMonth(parts, 1);
  const budgets = split(lot.budgetPence, even);
  const extensions = split(lot.extensionPence, even);
  const months = lot.volumes.map(({ month, volume }) => ({ month, parts: split(BigInt(volume), even) }));
  return even.map((_, at) => ({
    budgetPence: budgets[at] ?? 0n,
    extensionPence: extensions[at] ?? 0n,
    volumes: months.map(({ month, parts }) => ({ month, volume: Number(parts[at] ?? 0n) })),
  }));
}

/** Whether every part of a divided lot would still have a budget: at least a penny each. */
export const canDivide = ({ budgetPence }: Pick<Divided, "budgetPence">, parts: number) =>
  parts >= 2 && budgetPence >= BigInt(parts);

export type Span = { key: Day; last: Day; months: readonly Day[] };

/** Months put together so that a term fits on a page: each month of a year, quarters of three years, and whole years beyond. */
export function spansOf(months: readonly Day[]): Span[] {
  const size = months.length <= 12 ? 1 : months.length <= 36 ? 3 : 12;
  return Array.from({ length: Math.ceil(months.length / size) }, (_, at) => {
    const inside = months.slice(at * size, (at + 1) * size);
    return { key: inside[0] ?? "", last: inside.at(-1) ?? "", months: inside };
  });
}
