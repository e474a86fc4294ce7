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

/** Chromium without a window costs half the processor's time of the whole one, so it comes first. */
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

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
  return inPath(names) ?? onMac();
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
  const install = ["install", "-y", "--no-install-recommends", "fonts-liberation"];
  /** Each manager, how its lists are brought up to date, and what to install: the first that it has. @type {[string, string[], string[][]][]} */
  const managers = [
    ["apt-get", ["update"], names.slice(0, 3).map((name) => [...install, name])],
    ["dnf", [], [["install", "-y", "chromium"]]],
    ["apk", [], [["add", "--no-cache", "chromium"]]],
  ];
  const [manager, update, installs] = managers.find(([name]) => inPath([name])) ?? ["", [], []];
  const call = async (/** @type {string[]} */ words) => {
    const [command = "", ...args] = [...sudo, manager, ...words];
    return runChild(command, args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, quiet: true });
  };
  // An update that fails for one source of many does not matter if the package can still be had.
  if (update.length > 0) await call(update);
  let last = "";
  for (const one of installs) {
    const { code, words } = await call(one);
    if (code === 0) return true;
    last = words.split("\n").at(-1) ?? "";
  }
  if (manager) say(`     ${manager} could not install it: ${last}`);
  return false;
}

const byPlaywright = () =>
  runChild(process.execPath, [...installed("@playwright/test/cli.js"), "install", "chromium"], {
    quiet: true,
    failure: "Chromium could not be installed. Install one, and name it in CHROMIUM.",
  });

/** @param {string[]} programs */
function inPath(programs) {
  for (const name of programs)
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
