// @ts-check
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildId, buildIfStale } from "../support/build.mjs";
import { children, root } from "../support/child.mjs";
import { claimPort, serve } from "../support/server.mjs";
import { readSettings } from "../support/settings.mjs";
import { KnownFailure, say, tell } from "../support/telling.mjs";
import { openWorld } from "./server.mjs";
import { environmentOf, on } from "./world.mjs";

/**
 * What journeys are walked on: the demo world in a database of its own. Started by Playwright, ended by its signal;
 * leaves nothing behind.
 */
const port = Number(process.env.JOURNEY_PORT || 3417);
/** @type {(() => Promise<unknown>)[]} */
const endings = [];
let ending = false;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => void end(0));
try {
  await up();
} catch (error) {
  if (!ending) {
    tell(error);
    await end(1);
  }
}

async function up() {
  await claimPort(port);
  const { env } = readSettings();
  await buildIfStale(env, join(root, "test-results", "build.log"));
  const build = buildId();
  if (!build) throw new KnownFailure("There is no build.");
  const { world, close } = await openWorld(env, say);
  endings.push(close);
  mkdirSync(join(root, "test-results"), { recursive: true });
  const file = join(root, "test-results", "journey-server.json");
  writeFileSync(file, JSON.stringify({ owner: on(world.server, world.database) }), { mode: 0o600 });
  endings.push(async () => rmSync(file, { force: true }));
  const origin = `http://localhost:${port}`;
  const mine = { ...env, ...environmentOf(world), PORT: String(port), ORIGIN: origin, NEXTAUTH_URL: origin };
  const server = await serve({ command: "start", port, env: mine, build });
  endings.push(server.stop);
  say(`  The journeys' world is at ${origin}`);
}

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill("SIGTERM");
  for (const stop of endings.reverse()) await stop().catch(tell);
  process.exit(code);
}
