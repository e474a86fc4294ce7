import "server-only";
import pg from "pg";

const everySecond = 1_000;
const patience = 2_000;

type Watch = { pool: pg.Pool; answers: Promise<boolean>; until: number };
const kept = globalThis as { throughcareWatch?: Watch };

/**
 * Whether the database answers: asked once a second at most, over a connection of its own, so that a busy pool is not
 * taken for a lost server. A page cannot say 503 by itself once it has begun; who stands before it asks here first.
 */
export function databaseAnswers(): Promise<boolean> {
  kept.throughcareWatch ??= { pool: openPool(), answers: Promise.resolve(true), until: 0 };
  const watch = kept.throughcareWatch;
  if (Date.now() >= watch.until) {
    watch.until = Date.now() + everySecond;
    watch.answers = watch.pool.query("select 1").then(
      () => true,
      () => false,
    );
  }
  return watch.answers;
}

function openPool() {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    allowExitOnIdle: true,
  });
  pool.on("error", () => {});
  return pool;
}
