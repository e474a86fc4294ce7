import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../../scripts/postgres.mjs";
import { buildId, buildIfStale } from "../../../scripts/support/build.mjs";
import { root } from "../../../scripts/support/child.mjs";
import { freePort } from "../../../scripts/support/ports.mjs";
import { serve } from "../../../scripts/support/server.mjs";
import { readSettings } from "../../../scripts/support/settings.mjs";
import { prepare, seedIfNew } from "../../../scripts/support/world.mjs";
import { execute, on } from "../../support/postgres";
import { secrets } from "../../support/secrets";

/** The demo world, served by two processes on one database; `admin` may do anything there, so that tests can watch and restore it. */
export type Served = { origins: [string, string]; admin: string; app: string; folder: string };

declare module "vitest" {
  interface ProvidedContext {
    served: Served;
  }
}

/** Builds when stale, makes the demo world in a database of its own, and serves it from two processes. */
export default async function setup(project: TestProject) {
  // Vitest has a MODE of its own in the environment.
  process.env.MODE = "demo";
  const folder = mkdtempSync(join(tmpdir(), "throughcare-http-"));
  const endings: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const stop of endings.reverse()) await stop();
  };
  try {
    const database = await openDatabase(folder);
    endings.push(database.close);
    const base = { ...readSettings().env, ...secrets, MODE: "demo", DATA_DIR: folder, LOG_LEVEL: "warn" };
    mkdirSync(join(root, "test-results"), { recursive: true });
    await buildIfStale(base, join(root, "test-results", "build.log"));
    const build = buildId();
    if (!build) throw new Error("There is no build.");
    const env = { ...base, DATABASE_URL: database.app, DATABASE_OWNER_URL: database.owner };
    await prepare(env);
    await seedIfNew(env, { embedded: true, folder });
    const start = async () => {
      const port = await freePort();
      const origin = `http://localhost:${port}`;
      const { DATABASE_OWNER_URL: _, ...serving } = env;
      const own = { ...serving, PORT: String(port), ORIGIN: origin, NEXTAUTH_URL: origin };
      const { stop } = await serve({ command: "start", port, host: "localhost", env: own, build });
      endings.push(stop);
      return origin;
    };
    const origins: [string, string] = [await start(), await start()];
    project.provide("served", { origins, admin: database.admin, app: database.app, folder });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function openDatabase(folder: string) {
  const borrowed = process.env.TEST_POSTGRES_URL;
  if (borrowed) return borrow(borrowed);
  const { urls, stop } = await openPostgres({ folder, durable: false });
  return {
    admin: on(urls.admin, new URL(urls.owner).pathname.slice(1)),
    owner: urls.owner,
    app: urls.app,
    close: stop,
  };
}

/** A database and a role on a server that somebody else runs. */
async function borrow(server: string) {
  const name = `throughcare_http_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("hex");
  await execute(server, `create role ${name} login password '${password}'`);
  await execute(server, `create database ${name} template template0`);
  const app = new URL(on(server, name));
  app.username = name;
  app.password = password;
  const close = async () => {
    await execute(server, `drop database ${name} with (force)`);
    await execute(server, `drop role ${name}`);
  };
  return { admin: on(server, name), owner: on(server, name), app: app.href, close };
}
