import type { PartDecision, ProviderSize } from "@/lib/core/prisma/enums";
import { addMonths } from "@/lib/core/values/moment";
import { type ReasonCode, reasonCodes } from "./reason-words";

export type DecisionTimes = { median: number | null; slowest: number | null; count: number };

/** The middle and the 90th percentile (nearest rank) of how many working days decisions took. */
export function decisionTimes(days: readonly number[]): DecisionTimes {
  const sorted = days.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]];
  return {
    median: low === undefined || high === undefined ? null : (low + high) / 2,
    slowest: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null,
    count: sorted.length,
  };
}

/** One application as statistics see it: days are London days, `days` the working days that a decision took. */
export type Counted = {
  sentOn: string;
  dueOn: string | null;
  decidedOn: string | null;
  days: number | null;
  size: ProviderSize | null;
  vcse: boolean;
  parts: readonly { decision: PartDecision | null; codes: readonly string[] }[];
};

export type Month = {
  month: string;
  sent: number;
  decided: number;
  /** Waiting for a decision when the month ended, or now. */
  open: number;
  overdue: number;
  times: DecisionTimes;
};

/** The months from one to another ("2026-01"), both included, with what was sent, decided and still open when each ended. `today` ends the last. */
export function monthsOf(
  rows: readonly Counted[],
  { from, to, today }: { from: string; to: string; today: string },
): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const end = [lastDayOf(month), today].toSorted()[0] ?? today;
    const decided = rows.filter(({ decidedOn }) => decidedOn?.startsWith(month));
    const open = rows.filter(({ sentOn, decidedOn }) => sentOn <= end && (decidedOn === null || decidedOn > end));
    months.push({
      month,
      sent: rows.filter(({ sentOn }) => sentOn.startsWith(month)).length,
      decided: decided.length,
      open: open.length,
      overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < end).length,
      times: timesOf(decided),
    });
  }
  return months;
}

export type SizeRow = {
  size: ProviderSize | "unknown";
  decided: number;
  admitted: number;
  refused: number;
  times: DecisionTimes;
};
export type ReasonRow = { code: ReasonCode | "other"; parts: number };
export type KindRow = { kind: "sme" | "notSme" | "vcse" | "notVcse"; organisations: number; parts: number };

const sizes = ["micro", "small", "medium", "large", "unknown"] as const;

/** Decisions by size of organisation; admitted and refused are parts. */
export const bySize = (decided: readonly Counted[]): SizeRow[] =>
  sizes.flatMap((size) => {
    const own = decided.filter((row) => (row.size ?? "unknown") === size);
    if (own.length === 0 && size === "unknown") return [];
    return [
      {
        size,
        decided: own.length,
        admitted: partsOf(own, "admitted"),
        refused: partsOf(own, "refused"),
        times: timesOf(own),
      },
    ];
  });

/** How many parts were refused for each reason, the most first. A part can have several; one with a code that is not known counts as other. */
export function byReason(decided: readonly Counted[]): ReasonRow[] {
  const refused = decided.flatMap(({ parts }) => parts.filter(({ decision }) => decision === "refused"));
  const rows = reasonCodes.map((code) => ({ code, parts: refused.filter(({ codes }) => codes.includes(code)).length }));
  const other = refused.filter(
    ({ codes }) => !codes.some((code) => reasonCodes.some((known) => known === code)),
  ).length;
  return [...rows, { code: "other" as const, parts: other }]
    .filter(({ parts }) => parts > 0)
    .toSorted((one, next) => next.parts - one.parts);
}

/** Who was admitted: small and medium-sized or not, of the voluntary sector or not. */
export function byKind(decided: readonly Counted[]): KindRow[] {
  const admitted = decided.filter(({ parts }) => parts.some(({ decision }) => decision === "admitted"));
  const row = (kind: KindRow["kind"], is: (row: Counted) => boolean): KindRow => {
    const own = admitted.filter(is);
    return { kind, organisations: own.length, parts: partsOf(own, "admitted") };
  };
  return [
    row("sme", ({ size }) => size !== null && size !== "large"),
    row("notSme", ({ size }) => size === null || size === "large"),
    row("vcse", ({ vcse }) => vcse),
    row("notVcse", ({ vcse }) => !vcse),
  ];
}

export const timesOf = (rows: readonly Counted[]) => decisionTimes(rows.flatMap(({ days }) => days ?? []));

const partsOf = (rows: readonly Counted[], wanted: PartDecision) =>
  rows.flatMap(({ parts }) => parts).filter(({ decision }) => decision === wanted).length;

const lastDayOf = (month: string) => {
  const next = new Date(`${addMonths(`${month}-01`, 1)}T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
};
