// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installed, runChild } from "./support/child.mjs";
import { KnownFailure, say, step } from "./support/telling.mjs";

/** What a Chromium is told so that it runs anywhere, as root too, and calls nobody. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...[
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
  ],
];

/** A Chromium on this machine: the one that is named, Playwright's own, or the system's; `null` when there is none.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new KnownFailure(`CHROMIUM names ${named}, which is not there.`);
  }
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return inPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) ?? onMac();
}

/** Finds a Chromium, or has one installed by the system's package manager, else by Playwright. @returns {Promise<string>} */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  await step("Installing Chromium", async () => {
    if (!(await bySystem())) await byPlaywright();
  });
  const now = await findBrowser();
  if (!now) throw new KnownFailure("No Chromium could be installed. Install one, and name it in CHROMIUM.");
  return now;
}

/** Only where it can be done without asking anybody: as root, or with a sudo that wants no password. */
async function bySystem() {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status !== 0) return false;
  /** @type {[string, string[][]][]} */
  const managers = [
    ["apt-get", [["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]]],
    ["dnf", [["install", "-y", "chromium"]]],
    ["apk", [["add", "--no-cache", "chromium"]]],
  ];
  const [manager, calls] = managers.find(([name]) => inPath([name])) ?? ["", []];
  for (const call of calls) {
    const [command = "", ...args] = [...sudo, manager, ...call];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { code, words } = await runChild(command, args, { env, quiet: true });
    // An update that fails for one source of many does not matter if the package can still be had.
    if (code !== 0 && call[0] !== "update") {
      say(`     ${manager} could not install it: ${words.split("\n").at(-1)}`);
      return false;
    }
  }
  return calls.length > 0;
}

const byPlaywright = () =>
  runChild(process.execPath, [...installed("@playwright/test/cli.js"), "install", "chromium"], {
    quiet: true,
    failure: "Chromium could not be installed. Install one, and name it in CHROMIUM.",
  });

/** @param {string[]} names */
function inPath(names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  return null;
}

function onMac() {
  const file = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return existsSync(file) ? file : null;
}
