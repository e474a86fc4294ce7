// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runChild } from "./child.mjs";
import { KnownFailure, step } from "./telling.mjs";

/** Installs the packages when they are missing or are not those of the lock file. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  // The development packages too, whatever NODE_ENV says: the build needs them.
  const args = [...before, "ci", "--include=dev", "--no-audit", "--no-fund"];
  await step("Installing packages", async () => {
    const { code, words } = await runChild(command, args, { quiet: true, keep: 2_000 });
    if (code !== 0) throw new KnownFailure(`The packages could not be installed: ${reason(words)}`);
  });
}

/** What npm says first is why; what it says last is how to use it. @param {string} words */
function reason(words) {
  const lines = words.split("\n").flatMap((line) => line.match(/^npm error (?!A complete log)(.+)$/)?.[1] ?? []);
  return lines.slice(0, 3).join(" ") || words.split("\n").at(-1);
}

/** npm writes what it installed beside it; each package that this machine must have has to be there, in its version. */
function isInstalled() {
  const wanted = packages(join(root, "package-lock.json"));
  const found = packages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (found[path] ? found[path].version === version : Boolean(optional)),
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packages(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}
