// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { KnownFailure } from "../support/telling.mjs";

/** One process at a time looks after a folder's server; a lock left by a process that is gone is taken over.
 * @param {string} folder
 */
export function lock(folder) {
  const file = join(folder, "lock");
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid} ${birth(process.pid)}\n`, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw unwritable(folder, error);
    }
    const holder = lockHolder(folder);
    if (holder || attempt > 5) throw alreadyRunning(holder ?? 0);
    rmSync(file, { force: true });
  }
}

/** @param {number} holder */
export const alreadyRunning = (holder) =>
  new KnownFailure(
    `Throughcare is already running from this folder (process ${holder}). Stop it first, or use that one.`,
  );

/** The live process that holds the folder, if any. @param {string} folder */
export const lockHolder = (folder) => noted(join(folder, "lock"));

/** Notes a child that would outlive us if we were killed, so that the next start can end it.
 * @param {string} folder @param {number} pid
 */
export function noteServer(folder, pid) {
  writeFileSync(join(folder, "server"), `${pid} ${birth(pid)}\n`);
}

/** Ends the server that a killed start left behind, which would hold its port for ever. @param {string} folder */
export async function endLeftServer(folder) {
  const file = join(folder, "server");
  const left = lockHolder(folder) ? null : noted(file);
  if (!left) return;
  process.kill(left, "SIGTERM");
  for (const until = Date.now() + 10_000; isAlive(left) && Date.now() < until; ) await wait(50);
  if (isAlive(left)) process.kill(left, "SIGKILL");
  rmSync(file, { force: true });
}

/** @param {string} file */
function noted(file) {
  if (!existsSync(file)) return null;
  const [pid = "", born = ""] = readFileSync(file, "utf8").trim().split(" ");
  return isAlive(Number(pid)) && birth(Number(pid)) === born ? Number(pid) : null;
}

/** The pid of a server that runs on this data, after clearing a pid file that no server stands behind.
 * @param {string} data
 */
export function runningServer(data) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isAlive(pid) && commandOf(pid).includes(data)) return pid;
  // After a kill -9 or a restart of the machine the number may belong to someone else, and PostgreSQL would refuse.
  rmSync(file, { force: true });
  return null;
}

/** @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process began, so that a number used again is not taken for the process that had it. @param {number} pid */
function birth(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? "gone" : (fields[19] ?? "-");
  } catch {
    return "-";
  }
}

/** @param {number} pid */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
}

/** @param {string} folder @param {unknown} error */
const unwritable = (folder, error) =>
  new KnownFailure(`Cannot write in ${folder}: ${error instanceof Error ? error.message : error}.`);
