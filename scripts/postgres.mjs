// @ts-check
import { existsSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { reachableHome, serverAccount } from "./postgres/account.mjs";
import { copyBinaries, findBinaries } from "./postgres/binaries.mjs";
import { initialise, launch, stopServer } from "./postgres/cluster.mjs";
import { freshPassword, logFile, makeFolder, readyFile, recall, remember } from "./postgres/files.mjs";
import { lock, lockHolder, runningServer } from "./postgres/lock.mjs";
import { freePort, isFree } from "./support/ports.mjs";
import { KnownFailure } from "./support/telling.mjs";

const owner = "throughcare_owner";
const app = "throughcare_app";
const database = "throughcare";

/**
 * The embedded server: `admin` may do everything, `owner` owns the database and runs migrations, `app` only reads and
 * writes rows. `exited` settles when the server stops, whoever stopped it.
 * @typedef {{ admin: string, owner: string, app: string }} Urls
 * @typedef {{ port: number, urls: Urls, exited: Promise<void>, stop: () => Promise<void> }} Postgres
 */

/**
 * Finds or makes the PostgreSQL of a folder, starts it and takes the folder's lock.
 * @param {{ folder: string, durable?: boolean, say?: (line: string) => void }} options
 * @returns {Promise<Postgres>}
 */
export async function openPostgres({ folder, durable = true, say = () => {} }) {
  const before = recall(folder);
  const account = serverAccount(before?.account ?? null, before && dataOf(folder, before.home), say);
  makeFolder(folder, account !== null);
  const unlock = lock(folder);
  try {
    const found = findBinaries();
    const memory = before ?? invent(reachableHome(folder, account, found), account);
    if (!before && memory.home !== folder)
      await setAside({ native: found, data: dataOf(folder, memory.home), account }, say);
    if (!before && memory.home !== folder)
      say(`     PostgreSQL runs as ${memory.account}, which cannot enter this folder: it lies in ${memory.home}.`);
    const native = memory.home === folder ? found : copyBinaries(found, memory.home);
    const data = dataOf(folder, memory.home);
    const place = { native, data, account };

    await readyOrRemade(folder, place, memory, say, durable);
    const left = runningServer(data);
    if (left) await stopServer(place, left);
    if (memory.port === 0 || !(await isFree(memory.port, "127.0.0.1"))) memory.port = await freePort();
    remember(folder, memory);

    const options = { port: memory.port, password: memory.passwords.admin, log: logFile(folder), durable };
    const server = await keepUp(() => patiently(() => launch(place, options)), say);
    const stop = async () => {
      await server.stop();
      unlock();
    };
    if (memory.making)
      await furnish(memory).catch(async (error) => {
        await stop();
        throw error;
      });
    writeFileSync(readyFile(folder), "The database in this folder is whole.\n");
    memory.making = false;
    remember(folder, memory);
    return { port: memory.port, urls: urls(memory), exited: server.exited, stop };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** After a kill -9 the server's children take a moment to go, and hold its memory until then.
 * @param {() => ReturnType<typeof launch>} start
 */
async function patiently(start) {
  for (const until = Date.now() + 15_000; ; await wait(500))
    try {
      return await start();
    } catch (error) {
      const lingering = error instanceof KnownFailure && error.message.includes("still in use");
      if (!lingering || Date.now() > until) throw error;
    }
}

/** Starts the server, and starts it again when it ends without being told to, but not for ever.
 * @param {() => ReturnType<typeof launch>} start
 * @param {(line: string) => void} say
 */
async function keepUp(start, say) {
  let server = await start();
  let stopping = false;
  const watch = async () => {
    /** @type {number[]} */
    const ends = [];
    for (;;) {
      await server.exited;
      ends.push(Date.now());
      if (stopping || ends.filter((at) => at > Date.now() - 60_000).length > 3) return;
      say("     PostgreSQL stopped by itself; starting it again.");
      server = await start();
    }
  };
  const exited = watch().catch(() => {});
  const stop = () => {
    stopping = true;
    return server.stop();
  };
  return { exited, stop };
}

/** @param {string} folder @param {string} home */
const dataOf = (folder, home) => join(home, home === folder ? "postgres" : "data");

/** The server of a folder that another process of ours is running now, if one is.
 * @param {string} folder
 * @returns {Urls | null}
 */
export function findRunning(folder) {
  const memory = recall(folder);
  return memory && !memory.making && lockHolder(folder) ? urls(memory) : null;
}

/** @param {string} home @param {import("./postgres/account.mjs").Account | null} account
 * @returns {import("./postgres/files.mjs").Memory} */
const invent = (home, account) => ({
  port: 0,
  passwords: { admin: freshPassword(), owner: freshPassword(), app: freshPassword() },
  home,
  account: account?.name ?? null,
  making: false,
});

/** What an earlier clone at this path left outside it is not ours to use, nor to delete: it is moved out of the way.
 * @param {import("./postgres/cluster.mjs").Place} place
 * @param {(line: string) => void} say
 */
async function setAside(place, say) {
  const { data } = place;
  if (!existsSync(data)) return;
  const left = runningServer(data);
  if (left) await stopServer(place, left);
  const aside = `${data}-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
  renameSync(data, aside);
  say(`     An earlier clone left a database here; it is kept in ${aside}.`);
}

/** Leaves a made cluster alone, makes one where there is none, and makes again only what was never finished.
 * @param {string} folder
 * @param {import("./postgres/cluster.mjs").Place} place
 * @param {import("./postgres/files.mjs").Memory} memory
 * @param {(line: string) => void} say
 * @param {boolean} durable
 */
async function readyOrRemade(folder, place, memory, say, durable) {
  const { data } = place;
  const there = existsSync(data);
  if (existsSync(readyFile(folder)) && !memory.making) {
    if (!there)
      throw new KnownFailure(
        `The database's folder ${data} is gone. Put it back, or delete ${folder} to start afresh.`,
      );
    if (!existsSync(join(data, "PG_VERSION")))
      throw new KnownFailure(
        `The database's folder ${data} is damaged. Restore it, or delete ${folder} to start afresh.`,
      );
    return;
  }
  if (there && !memory.making)
    throw new KnownFailure(
      `${data} was not finished by this program and may hold data. Move it away, then start again.`,
    );
  const { bavail, bsize } = statfsSync(memory.home);
  if (bavail * bsize < 200_000_000) throw new KnownFailure(`Less than 200 MB is free on the disk of ${memory.home}.`);
  if (there) {
    say("     The last start was interrupted while it made the database: making it again.");
    const left = runningServer(data);
    if (left) await stopServer(place, left);
    rmSync(data, { recursive: true, force: true });
  }
  memory.making = true;
  remember(folder, memory);
  initialise(place, memory.passwords.admin, durable);
}

/** The two roles and the database. The owner may make and drop databases (a shadow for db:diff, copies for tests) with
 * whoever is connected, and look after the application's role, and is no superuser.
 * @param {import("./postgres/files.mjs").Memory} memory
 */
async function furnish(memory) {
  const client = new pg.Client({ connectionString: urls(memory).admin });
  await client.connect();
  try {
    await client.query(`create role ${owner} login createdb createrole password '${memory.passwords.owner}'`);
    await client.query(`create role ${app} login password '${memory.passwords.app}'`);
    await client.query(`grant ${app} to ${owner} with admin option, inherit false, set false`);
    await client.query(`grant pg_signal_backend to ${owner}`);
    await client.query(`create database ${database} owner ${owner}`);
    await client.query(`revoke connect, temporary on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${app}`);
  } finally {
    await client.end();
  }
}

/** @param {import("./postgres/files.mjs").Memory} memory @returns {Urls} */
function urls({ port, passwords }) {
  /** @param {string} user @param {string} password @param {string} name */
  const url = (user, password, name) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    admin: url("postgres", passwords.admin, "postgres"),
    owner: url(owner, passwords.owner, database),
    app: url(app, passwords.app, database),
  };
}
