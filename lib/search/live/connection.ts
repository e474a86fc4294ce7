import "server-only";
import { performance } from "node:perf_hooks";
import pg from "pg";
import { type Held, openHeld } from "../index/held";
import { readBatches } from "./read";

/** An index, and the generation of the register that it holds. */
export type Current = { held: Held; generation: number };

/** What loading came to. */
export type Loaded = Current & { ms: number; megabytes: number };

const PATIENCE = 5_000;

/** A connection of the search's own, beside the pool, so that no rush of requests holds it up. */
async function connect(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    application_name: "throughcare-search",
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
  });
  // A fault between two questions would end the process; whoever asks next is told of it.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** A connection that is told of each change of what can be found: `told` is given the generation that it made. */
export async function listen(told: (generation: number) => void): Promise<pg.Client> {
  const client = await connect();
  client.on("notification", ({ payload }) => told(Number(payload)));
  await client.query("listen throughcare_search");
  return client;
}

/** Reads every search document into a new index. Between batches other work has its turn. */
export async function load(stopped: () => boolean): Promise<Loaded> {
  const began = performance.now();
  const before = process.memoryUsage().rss;
  const client = await connect();
  try {
    const { rows } = await client.query<[string]>({
      text: `select count(*) from "SearchDocument"`,
      rowMode: "array",
    });
    const held = openHeld(Number(rows[0]?.[0] ?? 0));
    let at = 0;
    for await (const { generation, changes } of readBatches(client, null)) {
      for (const { document } of changes) if (document) held.put(document);
      at = generation;
      if (stopped()) break;
    }
    const ms = Math.round(performance.now() - began);
    return { held, generation: at, ms, megabytes: Math.round((process.memoryUsage().rss - before) / 1_048_576) };
  } finally {
    void client.end().catch(() => {});
  }
}
