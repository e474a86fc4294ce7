import type { Prisma } from "@/lib/core/prisma/client";
import { day } from "@/lib/core/values/format";
import { addDays, asDay } from "@/lib/core/values/moment";

/** The most price lists that may wait for their first day. */
export const MOST_WAITING = 6;

/** A price list with its days, each as "YYYY-MM-DD"; both count. An empty last day goes on. */
export type Span = { id: string; from: string; to: string | null; saidTo: string | null };
export type DateFault = { field: "validFrom" | "validTo"; message: string };

/** The price list that holds on a day, as a filter. The database lets there be one at the most. */
export const inForceOn = (on: string) =>
  ({
    publishedAt: { not: null },
    withdrawnAt: null,
    validFrom: { lte: new Date(on) },
    OR: [{ validTo: null }, { validTo: { gte: new Date(on) } }],
  }) satisfies Prisma.RateCardWhereInput;

type Row = { validFrom: Date; validTo: Date | null; publishedAt: Date | null; withdrawnAt?: Date | null };

/** The one of these that holds on a day; null when none does. */
export const cardOn = <C extends Row>(cards: readonly C[], on: string): C | null =>
  cards.find(
    ({ publishedAt, withdrawnAt, validFrom, validTo }) =>
      publishedAt !== null &&
      (withdrawnAt ?? null) === null &&
      asDay(validFrom) <= on &&
      (validTo === null || asDay(validTo) >= on),
  ) ?? null;

/** Where a price list stands on a day: what it is called is in `standingWords`. */
export function standingOf(card: Row, on: string): "written" | "withdrawn" | "inForce" | "waiting" | "ended" {
  if (card.publishedAt === null) return "written";
  if (card.withdrawnAt) return "withdrawn";
  if (asDay(card.validFrom) > on) return "waiting";
  return card.validTo !== null && asDay(card.validTo) < on ? "ended" : "inForce";
}

type Wanted = { from: string; to: string | null; today: string };

/**
 * Why a new price list may not hold on the days asked, given those that stand; empty when it may. A list that holds on
 * its first day makes room for it. One that comes later does not: then the last day must be the day before that one.
 */
export function dateFaults(standing: readonly Span[], { from, to, today }: Wanted): DateFault[] {
  if (from < today) return [{ field: "validFrom", message: "The first day must be today or later" }];
  if (to !== null && to < from)
    return [{ field: "validTo", message: `The last day must be ${day(from)} or later, or empty` }];
  const same = standing.find((card) => card.from === from && from > today);
  if (same)
    return [
      {
        field: "validFrom",
        message: `Other prices start on ${day(from)}. Choose another day, or withdraw those first`,
      },
    ];
  if (standing.filter((card) => card.from > today).length >= MOST_WAITING && from > today)
    return [{ field: "validFrom", message: `${MOST_WAITING} price lists wait already. Withdraw one first` }];
  return [...gapBefore(standing, from, today), ...afterwards(standing, from, to)];
}

/** The days between the end of the list before and the first day of this one. What is past can no longer be filled. */
function gapBefore(standing: readonly Span[], from: string, today: string): DateFault[] {
  const [before] = standing.filter((card) => card.from < from).toSorted(latestFirst);
  if (!before || before.to === null) return [];
  const free = addDays(before.to, 1);
  const first = free > today ? free : today;
  return first < from
    ? [{ field: "validFrom", message: `There would be no price on ${day(first)}. Start then, or earlier` }]
    : [];
}

function afterwards(standing: readonly Span[], from: string, to: string | null): DateFault[] {
  const [next] = standing.filter((card) => card.from > from).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  if (!next) return [];
  const last = addDays(next.from, -1);
  if (to === null || to > last)
    return [
      {
        field: "validTo",
        message: `Other prices hold from ${day(next.from)}, and would overlap. The last day must be ${day(last)}`,
      },
    ];
  return to < last
    ? [
        {
          field: "validTo",
          message: `There would be no price on ${day(addDays(to, 1))}. The last day must be ${day(last)}`,
        },
      ]
    : [];
}

/** What becomes of the list that holds on the first day of a new one: it ends the day before, or gives way at once. */
export function madeRoom(standing: readonly Span[], from: string): { id: string; to: string | null } | null {
  const held = standing.find((card) => card.from <= from && (card.to === null || card.to >= from));
  return held ? { id: held.id, to: held.from < from ? addDays(from, -1) : null } : null;
}

/** The list before a waiting one, and its last day once that one is withdrawn; or the day that would have no price. */
export function withoutWaiting(
  standing: readonly Span[],
  id: string,
): { before: { id: string; to: string | null } | null; gap: string | null } {
  const inOrder = standing.toSorted(latestFirst).toReversed();
  const at = inOrder.findIndex((card) => card.id === id);
  const [before, next] = [inOrder[at - 1], inOrder[at + 1]];
  if (!before) return { before: null, gap: next ? (inOrder[at]?.from ?? null) : null };
  const untilNext = next ? addDays(next.from, -1) : null;
  const to = earlier(before.saidTo, untilNext);
  return {
    before: { id: before.id, to },
    gap: untilNext !== null && to !== untilNext && to !== null ? addDays(to, 1) : null,
  };
}

const latestFirst = (one: Span, other: Span) => (one.from < other.from ? 1 : -1);
const earlier = (one: string | null, other: string | null) =>
  one === null ? other : other === null || one < other ? one : other;
