import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { runChild, typescript } from "../../scripts/support/child.mjs";
import { openTestServer } from "../../scripts/testing/server.mjs";
import { as, execute, on } from "../../scripts/testing/world.mjs";
import { secrets } from "./secrets";

/** Where each test file finds its own copy of a prepared database. */
export type TestServer = { owner: string; app: string; template: string };

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** One real PostgreSQL for the whole run, with one database that is migrated and holds the reference data. */
export default async function setup(project: TestProject) {
  const run = `throughcare_test_${randomBytes(4).toString("hex")}`;
  const server = await furnish(run);
  const template = `${run}_template`;
  const owner = on(server.owner, template);
  const app = on(server.app, template);
  try {
    await execute(server.owner, `create database ${template} template template0`);
    const env = { ...process.env, ...secrets, DATABASE_URL: app, DATABASE_OWNER_URL: owner, LOG_LEVEL: "silent" };
    await prepare("prisma/migrate.ts", env, "The test database could not be migrated.");
    await prepare("prisma/load-reference.ts", env, "The reference data could not be loaded into the test database.");
  } catch (error) {
    await server.close();
    throw error;
  }
  project.provide("server", { owner: server.owner, app: server.app, template });
  return async () => {
    await dropAll(server.owner, run);
    await server.close();
  };
}

/** A role of the application's kind on a server, which is left as it was found. */
async function furnish(run: string) {
  const { url, stop } = await openTestServer();
  const { close, ...lent } = await borrow(url, run);
  return {
    ...lent,
    close: async () => {
      await close();
      await stop();
    },
  };
}

/** A role of the application's kind on a server, by its administrator's address; the server is left as it was found. */
export async function borrow(owner: string, run: string) {
  const role = `${run}_app`;
  const password = randomBytes(12).toString("hex");
  await execute(owner, `create role ${role} login password '${password}'`);
  return { owner, app: as(owner, role, password), close: async () => void (await execute(owner, `drop role ${role}`)) };
}

/** As an operator would: each in a process of its own, which leaves no connection to the template behind. */
const prepare = (file: string, env: NodeJS.ProcessEnv, failure: string) =>
  runChild(process.execPath, typescript(file), { env, quiet: true, failure });

async function dropAll(owner: string, run: string) {
  const { rows } = await execute(owner, `select datname as name from pg_database where datname like '${run}%'`);
  for (const { name } of rows) await execute(owner, `drop database if exists ${name} with (force)`);
}
