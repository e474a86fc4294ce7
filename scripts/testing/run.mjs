// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { children, installed, root, runChild } from "../support/child.mjs";
import { installIfNeeded } from "../support/install.mjs";
import { freePort } from "../support/ports.mjs";
import { readSettings } from "../support/settings.mjs";
import { elapsed, say, step, tell } from "../support/telling.mjs";

const results = join(root, "test-results");
const count = { passed: 0, failed: 0 };
/** What failed, said again at the end. @type {string[]} */
const faults = [];
/** Ends the PostgreSQL that everything shares, when there is one. */
let endServer = async () => {};

/**
 * `npm test` (all), `npm run check` (all but the journeys) and `npm run journeys`. Goes on after a failure, so that one
 * run tells everything; the last line is the count.
 * @param {string} which
 */
export async function runTests(which) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.once(signal, async () => {
      for (const child of children) child.kill(signal);
      setTimeout(() => process.exit(130), 10_000).unref();
      await endServer();
      process.exit(130);
    });
  say("");
  try {
    // What `.env` says is for running, not for testing: tests bring their own.
    mkdirSync(results, { recursive: true });
    await installIfNeeded();
    const { generateIfStale } = await import("../support/build.mjs");
    await generateIfStale();
    if (which === "all") await all();
    else if (which === "check") await check();
    else await journeys();
  } catch (error) {
    tell(error);
    fail("The run itself");
  }
  say(`\n  In ${elapsed()}.${faults.length > 0 ? ` Failed: ${faults.join("; ")}.` : ""}`);
  say(`${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed > 0 ? 1 : 0);
}

/**
 * Everything, on one PostgreSQL. What keeps one core busy (types, pure tests) goes on beside what keeps another busy (the
 * demo world, the build); what keeps both busy goes by itself.
 */
async function all() {
  const { openTestServer } = await import("./server.mjs");
  const { makeWorld, removeWorld } = await import("./world.mjs");
  const server = await openTestServer(say);
  process.env.TEST_POSTGRES_URL = server.url;
  endServer = server.stop;
  try {
    const making = makeWorld(server.url, readSettings().env).catch((error) => {
      tell(error);
      return fail("The demo world");
    });
    const [world] = await Promise.all([making, proofs()]);
    if (world) process.env.TEST_WORLD = JSON.stringify(world);
    // The types of the routes are read until here, and the build writes them again.
    await Promise.all([built(), vitest("unit")]);
    await vitest("db");
    await vitest("http");
    await bench();
    await journeys();
    if (world) await removeWorld(world);
  } finally {
    await server.stop();
  }
}

async function check() {
  await proofs();
  for (const project of ["unit", "db"]) await vitest(project);
}

async function proofs() {
  await proof("Types of the routes", [...installed("next/dist/bin/next"), "typegen"]);
  await proof("Types", [...installed("typescript/bin/tsc"), "--noEmit", "-p", "."]);
  await proof("Style", [...installed("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]);
  const cruise = installed("dependency-cruiser/bin/dependency-cruise.mjs");
  await proof("Architecture", [...cruise, "--config", "tests/architecture.cjs", "app", "components", "lib"]);
}

async function built() {
  const { buildIfStale } = await import("../support/build.mjs");
  await buildIfStale(readSettings().env, join(results, "build.log"));
}

/** A check without a count of its own: nothing when it holds, one failure when it does not.
 * @param {string} title @param {string[]} args
 */
async function proof(title, args) {
  await step(title, async () => {
    const { code, words } = await runChild(process.execPath, args, { quiet: true, keep: 2_000 });
    if (code === 0) return true;
    say(words);
    return fail(title);
  });
}

/** @param {string} project */
async function vitest(project) {
  const file = join(results, `${project}.json`);
  rmSync(file, { force: true });
  const args = [
    ...[...installed("vitest/vitest.mjs"), "run", "--config", "tests/vitest.config.ts", "--project", project],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
  ];
  const run = async () => {
    const { code } = await runChild(process.execPath, args);
    const { numPassedTests: passed = 0, numFailedTests: failed = 0, testResults = [] } = read(file);
    // A file that could not be loaded has no failed test in it, and is no less a failure.
    const broken = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
        status === "failed" && assertionResults.length === 0,
    ).length;
    return add(`Tests: ${project}`, passed, failed + broken, code);
  };
  await step(`Tests: ${project}`, run, { talks: true });
}

/** Ten thousand services, and every answer held against plain SQL. How fast it is is told and fails nothing here. */
async function bench() {
  const file = join(results, "bench.json");
  const args = ["--conditions=react-server", "--import", "tsx", "tests/bench/run.ts", "--scale", "10k"];
  const short = ["--phases", "search", "--seconds", "2", "--rounds", "1", "--json", file];
  const title = "Bench: searches over 10,000 services";
  await step(title, async () => {
    const { code, words } = await runChild(process.execPath, [...args, ...short], { quiet: true, keep: 6_000 });
    if (code === 0) return true;
    say(words);
    return fail(title);
  });
}

async function journeys() {
  const { ensureBrowser } = await import("../browser.mjs");
  const browser = await ensureBrowser();
  await built();
  const file = join(results, "journeys.json");
  rmSync(file, { force: true });
  const env = {
    ...process.env,
    CHROMIUM: browser,
    JOURNEY_PORT: process.env.JOURNEY_PORT || String(await freePort()),
  };
  const args = [...installed("@playwright/test/cli.js"), "test", "--config", "tests/playwright.config.ts"];
  const run = async () => {
    const { code } = await runChild(process.execPath, [...args, ...process.argv.slice(3)], { env });
    const { expected = 0, flaky = 0, unexpected = 0 } = read(file).stats ?? {};
    return add("Tests: journeys", expected + flaky, unexpected, code);
  };
  await step("Tests: journeys", run, { talks: true });
}

/** @param {string} title @param {number} passed @param {number} failed @param {number} code */
function add(title, passed, failed, code) {
  count.passed += passed;
  count.failed += failed;
  if (failed > 0) faults.push(title);
  return failed > 0 ? false : code === 0 || fail(title);
}

/** @param {string} title */
function fail(title) {
  count.failed += 1;
  faults.push(title);
  return false;
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});
