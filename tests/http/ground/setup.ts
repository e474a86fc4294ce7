import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildId, buildIfStale } from "../../../scripts/support/build.mjs";
import { root } from "../../../scripts/support/child.mjs";
import { freePort } from "../../../scripts/support/ports.mjs";
import { serve } from "../../../scripts/support/server.mjs";
import { readSettings } from "../../../scripts/support/settings.mjs";
import { openWorld } from "../../../scripts/testing/server.mjs";
import { environmentOf, on } from "../../../scripts/testing/world.mjs";

/** The demo world, served by two processes on one database; `admin` may do anything there, so that tests can watch and restore it. `env` is what they were started with, but for their addresses. */
export type Served = { origins: [string, string]; admin: string; env: ReturnType<typeof environmentOf> };

declare module "vitest" {
  interface ProvidedContext {
    served: Served;
  }
}

/** Builds when stale, opens a demo world of its own, and serves it from two processes. */
export default async function setup(project: TestProject) {
  // Vitest has a MODE of its own in the environment.
  process.env.MODE = "demo";
  const endings: (() => Promise<unknown>)[] = [];
  const end = async () => {
    for (const stop of endings.reverse()) await stop();
  };
  try {
    const base = { ...readSettings().env, LOG_LEVEL: "warn" };
    mkdirSync(join(root, "test-results"), { recursive: true });
    await buildIfStale(base, join(root, "test-results", "build.log"));
    const build = buildId();
    if (!build) throw new Error("There is no build.");
    const { world, close } = await openWorld(base);
    endings.push(close);
    const env = environmentOf(world);
    const start = async () => {
      const port = await freePort();
      const origin = `http://localhost:${port}`;
      const own = { ...base, ...env, PORT: String(port), ORIGIN: origin, NEXTAUTH_URL: origin };
      const { stop } = await serve({ command: "start", port, host: "localhost", env: own, build });
      endings.push(stop);
      return origin;
    };
    const origins: [string, string] = [await start(), await start()];
    project.provide("served", { origins, admin: on(world.server, world.database), env });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
