// @ts-check
import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { KnownFailure } from "../support/telling.mjs";
import { binary } from "./binaries.mjs";
import { writeSecret } from "./files.mjs";
import { isAlive } from "./lock.mjs";

/**
 * The package's own class is not used: it cannot run where its account cannot enter, writes its password where others
 * can read it, and is stopped by a hook that races with ours. Two programs and a signal are all that it does.
 * @typedef {{ native: string, data: string, account: import("./account.mjs").Account | null }} Place
 */

/** The child's settings: never our working folder (its account may not be able to enter it), always our account.
 * @param {Place} place
 */
const as = ({ account, data }) => ({
  cwd: "/",
  env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TZ: "UTC", LC_MESSAGES: "C", PGDATA: data },
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
});

/** Makes an empty cluster with its one superuser, `postgres`. It gets its name only when it is whole: an `initdb` that
 * outlives us when we are killed goes on in a folder that nobody looks at, and is swept away at the next start.
 * @param {Place} place
 * @param {string} password
 * @param {boolean} durable
 */
export function initialise(place, password, durable) {
  const { data, account, native } = place;
  sweep(data);
  const half = `${data}${halfMade}${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const secret = `${half}.pw`;
  writeSecret(secret, password);
  if (account) for (const path of [half, secret]) chownSync(path, account.uid, account.gid);
  try {
    const { status, stderr, error } = spawnSync(
      binary(native, "initdb"),
      [
        ...[`--pgdata=${half}`, "--username=postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8"],
        // Names sort as English readers expect, on every system alike: ICU comes with the binaries.
        ...["--locale-provider=icu", "--icu-locale=en-GB", `--locale=${systemLocale()}`],
        ...(durable ? ["--data-checksums"] : ["--no-sync", "--no-data-checksums"]),
      ],
      { ...as(place), encoding: "utf8" },
    );
    if (status !== 0)
      throw new KnownFailure(
        `PostgreSQL could not make its data folder ${data}: ${firstError(stderr || String(error))}`,
      );
    renameSync(half, data);
  } finally {
    rmSync(secret, { force: true });
  }
}

const halfMade = ".half-";

/** @param {string} data */
function sweep(data) {
  for (const name of readdirSync(dirname(data)))
    if (name.startsWith(`${basename(data)}${halfMade}`))
      try {
        rmSync(join(dirname(data), name), { recursive: true, force: true });
      } catch {
        // Still being written to; the next start finds it at rest.
      }
}

/** @param {string} text */
const firstError = (text) => lastLine(text.split("\n").find((line) => /error|FATAL/.test(line)) ?? text);

/** Starts the server and waits until it answers.
 * @param {Place} place
 * @param {{ port: number, password: string, log: string, durable: boolean }} options
 */
export async function launch(place, { port, password, log, durable }) {
  if (existsSync(log) && statSync(log).size > 5_000_000) truncateSync(log);
  const output = openSync(log, "a", 0o600);
  const from = statSync(log).size;
  const child = spawn(binary(place.native, "postgres"), ["-D", place.data, ...flags(port, durable)], {
    ...as(place),
    // Its own group: a Ctrl-C at the terminal reaches us, and we stop the server after the application.
    detached: true,
    stdio: ["ignore", output, output],
  });
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  let gone = false;
  void exited.then(() => {
    gone = true;
  });

  for (const until = Date.now() + 60_000; ; await wait(30)) {
    if (gone) throw new KnownFailure(`PostgreSQL did not start: ${reason(log, from)} (more in ${log})`);
    if (await answers(port, password)) break;
    if (Date.now() > until) {
      child.kill("SIGQUIT");
      throw new KnownFailure(`PostgreSQL did not answer within a minute; see ${log}`);
    }
  }
  child.unref();
  return { pid: child.pid ?? 0, exited, stop: () => stopServer(place, child.pid ?? 0) };
}

/** Stops a server, ours or one that a killed process left behind: fast, then at once.
 * @param {Place} place
 * @param {number} pid
 */
export async function stopServer(place, pid) {
  if (process.platform === "win32") {
    spawnSync(binary(place.native, "pg_ctl"), ["stop", "-D", place.data, "-m", "fast", "-w"], as(place));
    return;
  }
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ])) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + patience; isAlive(pid) && Date.now() < until; ) await wait(20);
  }
}

/** @param {number} port @param {boolean} durable */
function flags(port, durable) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // What people typed stays out of the log: no statements, no values, no key of a refused row.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: 0,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** @param {number} port @param {string} password */
async function answers(port, password) {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Only for what the C library classifies and for its messages; sorting is ICU's. */
function systemLocale() {
  const { stdout } = spawnSync("locale", ["-a"], { encoding: "utf8" });
  const have = new Set((stdout ?? "").split(/\r?\n/));
  return (
    ["C.UTF-8", "C.utf8", "en_GB.UTF-8", "en_GB.utf8", "en_US.UTF-8", "en_US.utf8"].find((name) => have.has(name)) ??
    "C"
  );
}

/** What the server said last before it gave up. @param {string} log @param {number} from */
function reason(log, from) {
  const lines = readFileSync(log).subarray(from).toString("utf8").trim().split("\n");
  return lastLine(lines.filter((line) => /FATAL|PANIC|ERROR|error/.test(line)).join("\n") || lines.join("\n"));
}

/** @param {string} text */
const lastLine = (text) =>
  text
    .trim()
    .split("\n")
    .at(-1)
    ?.replace(/^.*(FATAL|PANIC|ERROR):\s*/, "") ?? "";
