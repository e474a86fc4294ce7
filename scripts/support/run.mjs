// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { alreadyRunning, endLeftServer, lockHolder, noteServer } from "../postgres/lock.mjs";
import { children } from "./child.mjs";
import { installIfNeeded } from "./install.mjs";
import { claimPort, serve } from "./server.mjs";
import { readSettings } from "./settings.mjs";
import { elapsed, KnownFailure, say, tell } from "./telling.mjs";

/** What runs now, in the order in which it was started; it is stopped the other way round.
 * @type {{ name: string, stop: () => Promise<void> }[]} */
const running = [];
let stopping = 0;
/** The start itself, which is waited for when it is cut short, so that nothing that it was starting is left behind. */
let rising = Promise.resolve();
const cut = new AbortController();

/**
 * `npm start` and `npm run dev`: from a bare clone to an address that answers.
 * @param {"start" | "dev"} command
 */
export async function runThroughcare(command) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => void end(0));
  // npm passes a signal on to its child, but may itself be killed: then nobody is left whom we run for.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void end(0), 500).unref();
  rising = up(command);
  try {
    await rising;
  } catch (error) {
    // A child that our own ending cut short is no failure.
    if (stopping) return;
    tell(error);
    await end(1);
  }
}

/** @param {"start" | "dev"} command */
async function up(command) {
  const settings = readSettings();
  const { mode, embedded, port, host, origin, folder } = settings;
  say(`\n  Throughcare, ${mode} mode, ${embedded ? "on its own PostgreSQL" : "on the PostgreSQL of DATABASE_URL"}\n`);
  const holder = embedded ? lockHolder(folder) : null;
  if (holder) throw alreadyRunning(holder);
  if (existsSync(folder)) await endLeftServer(folder);
  await claimPort(port, host);
  await installIfNeeded();
  // Loaded only now: these stand on packages that may just have been installed.
  const { buildId, buildIfStale, generateIfStale } = await import("./build.mjs");
  const { demoPeople, openDatabase, prepare, seedIfNew } = await import("./world.mjs");

  await generateIfStale();
  const database = await openDatabase(settings);
  if (embedded) running.push({ name: "PostgreSQL", stop: database.stop });
  cut.signal.throwIfAborted();
  const { env } = database;
  await prepare(env);
  // Side by side: each leaves one of two cores idle for much of its time.
  const [build] = await Promise.all([
    command === "dev" ? `development-${process.pid}` : builtAs(buildIfStale, buildId, env, folder),
    mode === "demo" ? seedIfNew(env, settings) : null,
  ]);
  const people = mode === "demo" ? await demoPeople(env) : [];
  cut.signal.throwIfAborted();

  await claimPort(port, host);
  // The owner's address is for migrations: what serves strangers does not hold it.
  const { DATABASE_OWNER_URL, ...serving } = env;
  const server = await serve({ command, port, host, env: serving, build, cut: cut.signal });
  running.push({ name: "the server", stop: server.stop });
  if (existsSync(folder)) noteServer(folder, server.pid);
  void server.exited.then(() => lost("The server"));
  void database.exited?.then(() => lost("PostgreSQL"));

  say(`\n  Ready in ${elapsed()}: ${origin}\n`);
  if (people.length > 0) {
    say(`  People to sign in as, at ${origin}/demo, with one press:\n`);
    const width = Math.max(...people.map(({ name }) => name.length));
    for (const { name, line } of people) say(`    ${name.padEnd(width)}  ${line}`);
  }
  say("\n  Ctrl-C stops everything.\n");
}

/**
 * @param {(env: NodeJS.ProcessEnv, log: string) => Promise<void>} buildIfStale
 * @param {() => string | null} buildId
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
async function builtAs(buildIfStale, buildId, env, folder) {
  await buildIfStale(env, join(folder, "logs", "build.log"));
  const id = buildId();
  if (!id) throw new KnownFailure("The build left no name. Delete .next and start again.");
  return id;
}

/** @param {string} name */
async function lost(name) {
  if (stopping) return;
  tell(new KnownFailure(`${name} stopped by itself.`));
  await end(1);
}

/** Stops what runs, last started first; a second signal does not wait. @param {number} code */
async function end(code) {
  if (stopping) {
    if (Date.now() - stopping > 500) process.exit(code || 130);
    return;
  }
  stopping = Date.now();
  const orderly = code === 0 && running.length > 0;
  if (orderly) say("\n  Stopping: the server finishes what it is doing, then the database closes.");
  cut.abort();
  for (const child of children) child.kill("SIGTERM");
  await Promise.race([rising.catch(() => {}), wait(30_000)]);
  for (const { name, stop } of running.reverse())
    await stop().catch((error) => tell(new KnownFailure(`${name} did not stop: ${error}`)));
  if (orderly) say("  Stopped.");
  process.exit(code);
}
