import { createRequire } from "node:module";
import type pg from "pg";
import PgBoss from "pg-boss";

/** Every queue that the application sends to or works on. They are made here, because its role may not make tables. */
export const queues = ["mail"] as const;

/** Makes or brings up to date the tables of the jobs, as the owner; the application runs with `migrate: false`. */
export async function prepareQueues(client: pg.ClientBase, ownerUrl: string) {
  if (await areReady(client)) return;
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  const faults: Error[] = [];
  boss.on("error", (error) => faults.push(error));
  await boss.start();
  try {
    for (const name of queues) await boss.createQueue(name);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  if (faults[0]) throw faults[0];
}

/** Looked at first, so that a role that may make nothing can still start on a database that lacks nothing. */
async function areReady(client: pg.ClientBase) {
  const { schema } = createRequire(import.meta.url)("pg-boss/version.json");
  const there = await client.query("select to_regclass('pgboss.version') is not null as there");
  if (!there.rows[0]?.there) return false;
  const { rows } = await client.query(
    "select version, array(select name from pgboss.queue) as made from pgboss.version",
  );
  return rows[0]?.version === schema && queues.every((name) => rows[0].made.includes(name));
}
