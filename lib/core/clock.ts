import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const pretended = new AsyncLocalStorage<Date>();

/**
 * Runs work as if it were another time, for the demo world's past and for tests of expiry. Refused in live mode, where
 * the only clock is the database's.
 */
export function atTime<T>(now: Date, work: () => Promise<T>): Promise<T> {
  if (process.env.MODE === "live") throw new Error("In live mode there is one clock, the database's.");
  return pretended.run(now, work);
}

/** The pretended time, or null where the database's clock rules. */
export const pretendedNow = (): Date | null => pretended.getStore() ?? null;
