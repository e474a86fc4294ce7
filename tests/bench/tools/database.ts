import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openPostgres } from "../../../scripts/postgres.mjs";
import { runChild, typescript } from "../../../scripts/support/child.mjs";
import { execute, on } from "../../../scripts/testing/world.mjs";
import { borrow } from "../../support/postgres";
import { secrets } from "../../support/secrets";

/** A PostgreSQL on which databases are made: our own, or one that somebody lends us. */
export type Server = { owner: string; app: string; run: string; close: () => Promise<void> };

/** Opens a server of our own in a new folder, with every write made safe on disk as in service; or borrows one. */
export async function openServer(): Promise<Server> {
  const run = `throughcare_bench_${randomBytes(4).toString("hex")}`;
  const lent = process.env.TEST_POSTGRES_URL;
  return lent ? { ...(await borrow(lent, run)), run } : own(run);
}

async function own(run: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "throughcare-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { urls, stop } = await openPostgres({ folder });
    const close = async () => {
      await stop();
      remove();
    };
    return { owner: urls.owner, app: urls.app, run, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What a process needs in its environment to work with one of our databases. */
export type Environment = Record<string, string>;

/** Makes a database, migrated and with the facts of the world, and says how to reach it and how to drop it. */
export async function makeDatabase({ owner, app, run }: Server, label: string) {
  const name = `${run}_${label}`;
  await execute(owner, `create database ${name} template template0`);
  const drop = () => dropDatabase(owner, name);
  const env: Environment = {
    ...secrets,
    MODE: "demo",
    DATABASE_URL: on(app, name),
    DATABASE_OWNER_URL: on(owner, name),
    LOG_LEVEL: "error",
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_NO_WARNINGS: "1",
  };
  try {
    const options = { env: { ...process.env, ...env }, quiet: true };
    await runChild(process.execPath, typescript("prisma/migrate.ts"), {
      ...options,
      failure: "The bench database could not be migrated.",
    });
    await runChild(process.execPath, typescript("prisma/load-reference.ts"), {
      ...options,
      failure: "The reference data could not be loaded into the bench database.",
    });
  } catch (error) {
    await drop();
    throw error;
  }
  return { env, drop };
}

/** The last connections may still be closing, and the owner may not end those of another role: so it asks again. */
async function dropDatabase(owner: string, name: string, left = 20): Promise<void> {
  try {
    await execute(owner, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if (left === 0) throw error;
    await wait(1_000);
    await dropDatabase(owner, name, left - 1);
  }
}
