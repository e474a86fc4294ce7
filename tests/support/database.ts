import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { execute, on } from "../../scripts/testing/world.mjs";
import { secrets } from "./secrets";

// Runs before the test file is loaded, so that the modules it imports find their own database in the environment.
const { owner, app, template } = inject("server");
const database = template.replace("template", randomBytes(5).toString("hex"));
const folder = mkdtempSync(join(tmpdir(), "throughcare-test-data-"));

await execute(owner, `create database ${database} template ${template}`);

Object.assign(process.env, secrets, {
  MODE: "demo",
  ORIGIN: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  DATABASE_URL: on(app, database),
  DATABASE_OWNER_URL: on(owner, database),
  DATA_DIR: folder,
  LOG_LEVEL: "silent",
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  const { db } = await import("@/lib/core/db");
  await db.$disconnect();
  await execute(owner, `drop database if exists ${database} with (force)`);
});
