import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { home, openEngine, readMigrations } from "./engine";
import { grantTo } from "./grants";
import { prepareQueues } from "./queues";

/** A database that this code must not touch, or a migration that did not go through: told in one line. */
export class MigrationRefused extends Error {}

/** Which migrations were applied now, and what the operator has to run by hand as a more powerful role. */
export type Migrated = { applied: string[]; advice: string[] };

/**
 * Brings a database up to the code: migrations, job queues, and the grants of the application's role where it differs
 * from the owner's. A database that is newer than the code is left alone.
 */
export async function migrate({
  ownerUrl,
  appUrl = ownerUrl,
  folder = home.migrations,
  schema = home.schema,
}: {
  ownerUrl: string;
  appUrl?: string;
  folder?: string;
  schema?: string;
}): Promise<Migrated> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    if (rows[0].major < 15)
      throw new MigrationRefused(`PostgreSQL ${rows[0].major} is too old: 15 or later is needed.`);
    // Several processes may start at once; one migrates, the others wait and find nothing to do.
    await client.query("select pg_advisory_lock(hashtext('throughcare.migrate'))");
    const migrations = readMigrations(folder);
    const behind = await isBehind(client, migrations);
    const applied = behind ? await apply(client, ownerUrl, migrations, schema) : [];
    await prepareQueues(client, ownerUrl);
    const role = decodeURIComponent(new URL(appUrl).username);
    const owner = decodeURIComponent(new URL(ownerUrl).username);
    return { applied, advice: role === owner ? [] : await grantTo(client, role) };
  } finally {
    await client.end();
  }
}

async function isBehind(client: pg.Client, { migrationDirectories }: MigrationList) {
  const table = await client.query("select to_regclass('public._prisma_migrations') as found");
  if (!table.rows[0]?.found) return true;
  const { rows } = await client.query<{ name: string; checksum: string; done: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as done
       from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  const known = new Map(migrationDirectories.map(({ path, migrationFile }) => [path, checksum(migrationFile.content)]));
  const newer = rows.filter(({ name }) => !known.has(name));
  if (newer.length > 0)
    throw new MigrationRefused(
      `The database is newer than this code (it has ${newer.map(({ name }) => name).join(", ")}). Use the newer code.`,
    );
  const edited = rows.filter(({ name, checksum: was, done }) => done && known.get(name) !== was);
  if (edited.length > 0)
    throw new MigrationRefused(
      `These migrations were edited after they were applied: ${edited.map(({ name }) => name).join(", ")}.`,
    );
  // A script is one transaction, so one that did not finish left nothing: it is put aside and tried again.
  const broken = rows.filter(({ done }) => !done).map(({ name }) => name);
  if (broken.length > 0)
    await client.query("update _prisma_migrations set rolled_back_at = now() where migration_name = any($1)", [broken]);
  const applied = new Set(rows.filter(({ done }) => done).map(({ name }) => name));
  return [...known.keys()].some((name) => !applied.has(name));
}

async function apply(client: pg.Client, url: string, migrationsList: MigrationList, schema: string) {
  const { engine, fault, close } = await openEngine(url, schema);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  } catch (error) {
    const { rows } = await client.query(
      "select migration_name as name from _prisma_migrations where finished_at is null and rolled_back_at is null",
    );
    const name = rows[0]?.name ?? "a migration";
    throw new MigrationRefused(`${name} failed and was rolled back: ${told(fault.last ?? error)}`);
  } finally {
    await close();
  }
}

const told = (error: unknown) => (error instanceof Error ? error.message : JSON.stringify(error));

const checksum = (content: MigrationList["migrationDirectories"][number]["migrationFile"]["content"]) =>
  createHash("sha256").update(content.value).digest("hex");

async function main() {
  const appUrl = process.env.DATABASE_URL;
  const ownerUrl = process.env.DATABASE_OWNER_URL ?? appUrl;
  if (!ownerUrl || !appUrl) throw new MigrationRefused("DATABASE_URL is not set.");
  const { applied, advice } = await migrate({ ownerUrl, appUrl });
  for (const name of applied) console.log(`     applied ${name}`);
  for (const sql of advice) console.warn(`     the owner may not do this; run it as an administrator: ${sql};`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((error: unknown) => {
    console.error(error instanceof MigrationRefused ? error.message : error);
    process.exitCode = 1;
  });
