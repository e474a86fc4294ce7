// @ts-check
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { KnownFailure } from "./telling.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** How our TypeScript is run outside Next: compiled in memory, as server code. @param {string} file */
export const typescript = (file) => ["--conditions=react-server", "--import", "tsx", join(root, file)];

/** The program of an installed package, run by this Node, whatever the PATH holds. @param {string} file */
export const installed = (file) => [join(root, "node_modules", file)];

/**
 * Runs a program to its end. With `log`, what it says is kept in that file, and its last lines are shown if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, log?: string, quiet?: boolean, keep?: number, failure?: string }} [options]
 */
export async function runChild(command, args, { env = process.env, log, quiet = false, keep = 200, failure } = {}) {
  const hidden = log !== undefined || quiet;
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ["ignore", hidden ? "pipe" : "inherit", hidden ? "pipe" : "inherit"],
  });
  children.add(child);
  /** @type {string[]} */
  const said = [];
  if (log) mkdirSync(dirname(log), { recursive: true });
  const file = log ? createWriteStream(log, { mode: 0o600 }) : null;
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      file?.write(chunk);
      said.push(String(chunk));
      if (said.length > keep) said.shift();
    });
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      said.push(error.message);
      resolve(127);
    });
    child.once("close", (status, signal) => resolve(status ?? (signal ? 128 : 1)));
  });
  children.delete(child);
  file?.end();
  const words = said.join("").trimEnd();
  if (code !== 0 && failure !== undefined) {
    if (hidden) console.error(words.split("\n").slice(-30).join("\n"));
    throw new KnownFailure(log ? `${failure} (all of it is in ${log})` : failure);
  }
  return { code, words };
}

/** Children that run now, so that a signal to us can be passed on. @type {Set<import("node:child_process").ChildProcess>} */
export const children = new Set();
