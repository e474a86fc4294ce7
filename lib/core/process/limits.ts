import "server-only";
import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sha256 } from "../values/canonical";
import { environment } from "./environment";
import { log } from "./log";

/**
 * How often each thing may be tried, in one table. An address or a person is limited only in what costs others
 * something (mail) or could be guessed (codes); a stranger who uses a limit up stops new links, never a link in hand.
 */
export const limits = {
  /** Sign-in links to one address. */
  linkToAddress: { tries: 5, minutes: 15 },
  /** Sign-in pages sent from one network: an office shares one. */
  signInFromNetwork: { tries: 120, minutes: 15 },
  /** Codes of the second step for one person. */
  code: { tries: 6, minutes: 5 },
  /** Invitations sent by one person. */
  invitation: { tries: 60, minutes: 60 },
  /** Forms sent by one session, or without one from one network. */
  write: { tries: 600, minutes: 1 },
  /** Open data read by one network, for each process; OPEN_PER_MINUTE says another number. */
  open: { tries: 600, minutes: 1 },
} as const;

export type Limit = keyof typeof limits;
export type Spent = { ok: true } | { ok: false /** In seconds. */; retryAfter: number };

const kept = globalThis as {
  throughcareLimits?: { pool: pg.Pool; limiters: Map<Limit, RateLimiterPostgres> };
  throughcareReaders?: RateLimiterMemory;
};

/**
 * Takes one try from a limit, for whoever the key names; the key is kept only as a hash. Counters are no facts of the
 * domain, so this one write does not go through the door. Without a database nothing is limited, because nothing can be done.
 */
export async function spend(limit: Limit, key: string): Promise<Spent> {
  try {
    await limiterOf(limit).consume(sha256(key).slice(0, 40));
    return { ok: true };
  } catch (error) {
    if (error instanceof RateLimiterRes)
      return { ok: false, retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) };
    log.warn({ limit, error: error instanceof Error ? error.name : "unknown" }, "A limit could not be counted");
    return { ok: true };
  }
}

/**
 * Takes one reading of open data from a network's minute. Counted in this process's own memory and forgotten with the minute:
 * to ask the database would cost more than most answers do.
 */
export async function spendReading(network: string): Promise<Spent> {
  kept.throughcareReaders ??= new RateLimiterMemory({
    points: environment().OPEN_PER_MINUTE,
    duration: limits.open.minutes * 60,
  });
  try {
    await kept.throughcareReaders.consume(network);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { ok: false, retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) };
  }
}

/** Ends the connections of the counters: for tests and for an orderly stop. */
export async function closeLimits() {
  await kept.throughcareLimits?.pool.end();
  delete kept.throughcareLimits;
}

function limiterOf(limit: Limit): RateLimiterPostgres {
  kept.throughcareLimits ??= { pool: openPool(), limiters: new Map() };
  const { pool, limiters } = kept.throughcareLimits;
  const found = limiters.get(limit);
  if (found) return found;
  const { tries, minutes } = limits[limit];
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: limit,
    points: tries,
    duration: minutes * 60,
  });
  limiters.set(limit, limiter);
  return limiter;
}

function openPool() {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced at the next try; without a listener it would end the process.
  pool.on("error", () => {});
  return pool;
}
