// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openPostgres } from "../postgres.mjs";
import { runChild, typescript } from "./child.mjs";
import { secretsOf } from "./settings.mjs";
import { KnownFailure, say, step } from "./telling.mjs";

/**
 * A database that can be used: the environment to give to children, and how to end it.
 * @typedef {{ env: NodeJS.ProcessEnv, exited: Promise<void> | null, stop: () => Promise<void> }} Database
 */

/** The operator's database, or the embedded one, started. @param {import("./settings.mjs").Settings} settings
 * @returns {Promise<Database>}
 */
export async function openDatabase(settings) {
  const env = { ...settings.env, ...secretsOf(settings) };
  if (!settings.embedded) return { env, exited: null, stop: async () => {} };
  const { urls, exited, stop } = await step("Starting PostgreSQL", () =>
    openPostgres({ folder: settings.folder, say }),
  );
  return { env: { ...env, DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner }, exited, stop };
}

/** Migrations and reference data; and in live mode, that no demo lies in the database. @param {NodeJS.ProcessEnv} env */
export async function prepare(env) {
  const state = await demoState(env);
  if (env.MODE === "live" && (state === "whole" || state === "interrupted"))
    throw new KnownFailure(
      "This database holds demo people and demo data, and cannot be used in live mode. Use another.",
    );
  if (env.MODE === "demo" && state === "real")
    throw new KnownFailure(
      "This database holds real people, and cannot be used in demo mode. Set MODE=live, or use another.",
    );
  await step("Bringing the database up to date", async () => {
    const { code, words } = await runChild(process.execPath, typescript("scripts/prepare.ts"), { env, quiet: true });
    if (code !== 0) throw new KnownFailure(words.split("\n").join("\n     "));
    if (words) say(words);
  });
}

/** The demo world, made once; one that was cut short is made again where the database is our own.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ embedded: boolean, folder: string }} settings
 */
export async function seedIfNew(env, { embedded, folder }) {
  const state = await demoState(env);
  if (state === "whole") return false;
  if (state === "interrupted") {
    if (!embedded) throw new KnownFailure("The demo world was cut short. Make it again: npm run db:reset");
    say("     The demo world was cut short last time: making it again.");
    await empty(env, folder);
    await prepare(env);
  }
  await mark(env, "seeding");
  const failure = "The demo world could not be made.";
  await step("Making the demo world", () => runChild(process.execPath, typescript("prisma/seed.ts"), { env, failure }));
  await mark(env, "whole");
  return true;
}

/** The people that a demo can be used as, with a line on who each is. @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ name: string, line: string }[]>}
 */
export const demoPeople = (env) =>
  asOwner(env, async (client) => {
    const { rows } = await client.query(
      `select name, "demoLine" as line from "User" where "demoLine" is not null order by "createdAt", name limit 40`,
    );
    return rows;
  });

/** Takes everything out of the database, and what was kept beside it about its contents.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
export async function empty(env, folder) {
  await asOwner(env, async (client) => {
    await client.query("set lock_timeout = '10s'");
    await client.query("drop schema if exists pgboss cascade");
    await client.query("drop schema if exists public cascade");
    await client.query("create schema public");
  });
  for (const kept of ["audit-heads.jsonl", "mailbox", "uploads"])
    rmSync(join(folder, kept), { recursive: true, force: true });
}

/** Whose people are in the database. @param {NodeJS.ProcessEnv} env
 * @returns {Promise<"empty" | "interrupted" | "whole" | "real">}
 */
async function demoState(env) {
  return asOwner(env, async (client) => {
    const { rows: tables } = await client.query(`select to_regclass('"User"') is not null as there`);
    if (!tables[0]?.there) return "empty";
    const { rows } = await client.query(
      `select (select value from "Installation" where key = 'demo') as mark,
              exists (select from "User" where "demoLine" is not null) as demo,
              exists (select from "User") as people`,
    );
    const { mark: marked, demo, people } = rows[0];
    if (marked === "seeding") return "interrupted";
    if (marked || demo) return "whole";
    return people ? "real" : "empty";
  });
}

/** @param {NodeJS.ProcessEnv} env @param {"seeding" | "whole"} value */
const mark = (env, value) =>
  asOwner(env, (client) =>
    client.query(
      `insert into "Installation" (key, value) values ('demo', $1) on conflict (key) do update set value = $1`,
      [value],
    ),
  );

/** @template T @param {NodeJS.ProcessEnv} env @param {(client: pg.Client) => Promise<T>} work */
async function asOwner(env, work) {
  const url = env.DATABASE_OWNER_URL || env.DATABASE_URL;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url ?? "postgres://nowhere");
    const why = error instanceof Error ? error.message || ("code" in error ? error.code : "") : error;
    throw new KnownFailure(`The database ${host}${pathname} cannot be reached: ${why}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
