import { addDays } from "@/lib/core/values/moment";
import type { Criteria, Sort } from "./schema";

/** The order that results stand in: the one asked for, else the one that the question suggests, else the day's own. */
export function orderOf({ sort, words, unit }: Criteria): Sort {
  if (sort) return sort;
  if (words !== "") return "relevance";
  return unit ? "price" : "daily";
}

/** How a day turns the lots of services into its own order. */
export type Turning = { salt: number; times: number };

const BITS = 0x7fff_ffff;

/** The turning of a day, "YYYY-MM-DD": the same for everybody, another one tomorrow. */
export function turningOf(day: string): Turning {
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return { salt: mixed(number), times: mixed(number ^ 0x5bd1_e995) | 1 };
}

/**
 * Where a service's lot stands on a day, from 0 to 2^31 - 1: exclusive or, then times an odd number, of which the low 31 bits
 * are kept. That moves every lot to another one and never two to the same. SQL works it out alike (sql/statement.ts).
 */
export const turnOf = (lot: number, { salt, times }: Turning): number => Math.imul(lot ^ salt, times) & BITS;

/** The finaliser of MurmurHash3 (A. Appleby, public domain): each bit of a number moves about half of the result's. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) & BITS;
}

/** Whether somebody may still read on in a day's order: today's, or yesterday's for whoever reads past midnight. */
export const mayReadOn = (day: string, today: string): boolean => day === today || day === addDays(today, -1);
