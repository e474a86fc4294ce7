import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { db } from "../db";
import { environment } from "./environment";

export type Readiness = {
  ok: boolean;
  database: "up" | "down";
  migration: { applied: string | null; expected: string | null };
  build: string;
};

const patience = 2_000;

/** Whether the database answers in time and holds the newest migration that this build knows, and which build this is. */
export async function readiness(): Promise<Readiness> {
  const [applied, expected, build] = await Promise.all([lastApplied(), newestKnown(), buildId()]);
  const database = applied === undefined ? "down" : "up";
  const migration = { applied: applied ?? null, expected };
  return { ok: database === "up" && expected !== null && applied === expected, database, migration, build };
}

/** Undefined when the database does not answer. */
async function lastApplied(): Promise<string | null | undefined> {
  const asked = db.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by migration_name desc limit 1`;
  const late = wait(patience, undefined, { ref: false });
  return Promise.race([asked.then(([last]) => last?.name ?? null).catch(() => undefined), late]);
}

async function newestKnown(): Promise<string | null> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return names.sort().at(-1) ?? null;
}

async function buildId(): Promise<string> {
  const built = await readFile(".next/BUILD_ID", "utf8").catch(() => "");
  return environment().BUILD_ID === "development" && built ? built.trim() : environment().BUILD_ID;
}
