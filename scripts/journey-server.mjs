// @ts-check
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openPostgres } from "./postgres.mjs";
import { buildId, buildIfStale } from "./support/build.mjs";
import { children, root } from "./support/child.mjs";
import { claimPort, serve } from "./support/server.mjs";
import { freshSecrets, readSettings } from "./support/settings.mjs";
import { KnownFailure, say, tell } from "./support/telling.mjs";
import { prepare, seedIfNew } from "./support/world.mjs";

/**
 * What journeys are walked on: the demo world in a database of its own. Started by Playwright, ended by its signal;
 * leaves nothing behind.
 */
const port = Number(process.env.JOURNEY_PORT || 3417);
const folder = mkdtempSync(join(tmpdir(), "throughcare-journeys-"));
/** @type {(() => Promise<unknown>)[]} */
const endings = [async () => rmSync(folder, { recursive: true, force: true })];
let ending = false;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => void end(0));
try {
  await up();
} catch (error) {
  if (!ending) {
    tell(error);
    await end(1);
  }
}

async function up() {
  await claimPort(port);
  const settings = { ...readSettings(), mode: /** @type {const} */ ("demo"), embedded: true, folder };
  const base = { ...settings.env, ...freshSecrets(), MODE: "demo", DATA_DIR: folder };
  await buildIfStale(base, join(root, "test-results", "build.log"));
  const build = buildId();
  if (!build) throw new KnownFailure("There is no build.");
  const { owner, app } = process.env.TEST_POSTGRES_URL ? await borrow(process.env.TEST_POSTGRES_URL) : await own();
  const env = { ...base, DATABASE_URL: app, DATABASE_OWNER_URL: owner };
  await prepare(env);
  await seedIfNew(env, settings);
  mkdirSync(join(root, "test-results"), { recursive: true });
  const file = join(root, "test-results", "journey-server.json");
  writeFileSync(file, JSON.stringify({ owner, app, folder, port }), { mode: 0o600 });
  endings.push(async () => rmSync(file, { force: true }));
  const origin = `http://localhost:${port}`;
  const { DATABASE_OWNER_URL, ...serving } = env;
  const mine = { ...serving, PORT: String(port), ORIGIN: origin, NEXTAUTH_URL: origin };
  const server = await serve({ command: "start", port, env: mine, build });
  endings.push(server.stop);
  say(`  The journeys' world is at ${origin}`);
}

async function own() {
  const { urls, stop } = await openPostgres({ folder, durable: false, say });
  endings.push(stop);
  return urls;
}

/** A database and a role on a server that somebody else runs. @param {string} server */
async function borrow(server) {
  const name = `throughcare_journeys_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("hex");
  await execute(server, `create role ${name} login password '${password}'`);
  endings.push(() => execute(server, `drop role ${name}`));
  await execute(server, `create database ${name} template template0`);
  endings.push(() => execute(server, `drop database ${name} with (force)`));
  const [owner, app] = [new URL(server), new URL(server)];
  owner.pathname = app.pathname = `/${name}`;
  app.username = name;
  app.password = password;
  return { owner: owner.href, app: app.href };
}

/** @param {string} url @param {string} sql */
async function execute(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill("SIGTERM");
  for (const stop of endings.reverse()) await stop().catch(tell);
  process.exit(code);
}
