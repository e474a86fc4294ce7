// @ts-check
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { KnownFailure } from "../support/telling.mjs";

/**
 * What is remembered about the embedded server, beside its data.
 * @typedef {{
 *   port: number,
 *   passwords: { admin: string, owner: string, app: string },
 *   home: string,
 *   account: string | null,
 *   making: boolean,
 * }} Memory
 */

/** @param {string} folder */
const memoryFile = (folder) => join(folder, "postgres.json");

/** Written last, once the roles and the database exist. @param {string} folder */
export const readyFile = (folder) => join(folder, "postgres.ready");

/** @param {string} folder */
export const logFile = (folder) => join(folder, "postgres.log");

/** The folder may be crossed by PostgreSQL's own account, but not listed by it; what is secret in it is 0600.
 * @param {string} folder
 * @param {boolean} shared
 */
export function makeFolder(folder, shared) {
  try {
    mkdirSync(folder, { recursive: true });
    if (process.platform !== "win32") chmodSync(folder, shared ? 0o711 : 0o700);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new KnownFailure(`${folder} cannot be made or belongs to another user: ${why}.`);
  }
}

/** @param {string} folder @returns {Memory | null} */
export function recall(folder) {
  const file = memoryFile(folder);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new KnownFailure(`${file} is damaged. Restore it from a backup.`);
    throw new KnownFailure(`${file} cannot be read by this user. Run as the user who started Throughcare here first.`);
  }
}

/** Replaces the whole file at once, so that a power cut leaves the old one or the new one.
 * @param {string} folder
 * @param {Memory} memory
 */
export function remember(folder, memory) {
  writeSecret(memoryFile(folder), JSON.stringify(memory, null, 2));
}

/** @param {string} file @param {string} text */
export function writeSecret(file, text) {
  const half = `${file}.${process.pid}.half`;
  rmSync(half, { force: true });
  writeFileSync(half, `${text}\n`, { mode: 0o600 });
  // Root may look in on a folder that an ordinary user started with, who must still be able to read it afterwards.
  const { uid, gid } = statSync(dirname(file));
  if (process.getuid?.() === 0 && uid !== 0) chownSync(half, uid, gid);
  renameSync(half, file);
}

/** A password that needs no escaping in a URL. */
export const freshPassword = () => randomBytes(24).toString("base64url");
