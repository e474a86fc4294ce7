import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { difference } from "@/prisma/diff";
import { home } from "@/prisma/engine";
import { appendOnly } from "@/prisma/grants";
import { migrate } from "@/prisma/migrate";
import { queues } from "@/prisma/queues";
import { execute, on } from "../../scripts/testing/world.mjs";

const owner = process.env.DATABASE_OWNER_URL ?? "";
const app = process.env.DATABASE_URL ?? "";
const scratch = `${new URL(owner).pathname.slice(1)}_scratch`;
const ownerUrl = on(owner, scratch);
const appUrl = on(app, scratch);
let folder = "";

const write = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
};
const run = () => migrate({ ownerUrl, appUrl, folder });
const ask = async (url: string, sql: string) => (await execute(url, sql)).rows;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "throughcare-migrations-"));
});

beforeEach(async () => {
  await execute(owner, `drop database if exists ${scratch} with (force)`);
  await execute(owner, `create database ${scratch} template template0`);
  rmSync(folder, { recursive: true, force: true });
  write("20260101000000_first", 'create table "AuditEvent" (id int); create table plain (id serial);');
});

afterAll(async () => {
  await execute(owner, `drop database if exists ${scratch} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

describe("applying", () => {
  test("a migration is applied once, and a second run does nothing", async () => {
    expect((await run()).applied).toEqual(["20260101000000_first"]);
    expect((await run()).applied).toEqual([]);
  });

  test("two processes at once apply it once", async () => {
    const both = await Promise.all([run(), run()]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first"]);
  });

  test("a function with semicolons in it arrives whole", async () => {
    write("20260102000000_function", "create function f() returns int language plpgsql as $$ begin return 1; end; $$;");
    await run();
    expect(await ask(ownerUrl, "select f() as value")).toEqual([{ value: 1 }]);
  });

  test("a migration that fails is named, leaves nothing behind, and is tried again when it is put right", async () => {
    write("20260102000000_second", "create table half (id int); create table plain (id int);");
    await expect(run()).rejects.toThrow(
      '20260102000000_second failed and was rolled back: relation "plain" already exists',
    );
    expect(await ask(ownerUrl, "select to_regclass('half') as found")).toEqual([{ found: null }]);
    write("20260102000000_second", "create table half (id int);");
    expect((await run()).applied).toEqual(["20260102000000_second"]);
  });
});

describe("refusing", () => {
  test("a database that is newer than the code", async () => {
    write("20260102000000_second", "create table later (id int);");
    await run();
    rmSync(join(folder, "20260102000000_second"), { recursive: true });
    await expect(run()).rejects.toThrow("The database is newer than this code (it has 20260102000000_second).");
  });

  test("a migration that was edited after it was applied", async () => {
    await run();
    write("20260101000000_first", "create table other (id int);");
    await expect(run()).rejects.toThrow("edited after they were applied: 20260101000000_first");
  });
});

describe("the application's role", () => {
  test("reads and writes rows, but adds history only, and makes and changes no table", async () => {
    await run();
    await ask(appUrl, "insert into plain default values");
    await ask(appUrl, "delete from plain");
    await ask(appUrl, 'insert into "AuditEvent" values (1)');
    for (const sql of [
      'update "AuditEvent" set id = 2',
      'delete from "AuditEvent"',
      'truncate "AuditEvent"',
      "create table mine (id int)",
      "alter table plain add other int",
      "drop table plain",
      "update _prisma_migrations set checksum = ''",
    ])
      await expect(ask(appUrl, sql), sql).rejects.toMatchObject({ code: "42501" });
  });

  test("cannot hold the others up", async () => {
    await run();
    expect(await ask(appUrl, "select current_setting('statement_timeout') as value")).toEqual([{ value: "15s" }]);
    expect(await ask(appUrl, "select current_setting('lock_timeout') as value")).toEqual([{ value: "5s" }]);
    expect(await ask(appUrl, "select current_setting('idle_in_transaction_session_timeout') as value")).toEqual([
      { value: "15s" },
    ]);
  });

  test("finds its queues made", async () => {
    await run();
    const names = await ask(appUrl, "select name from pgboss.queue");
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining([...queues]));
  });

  test("owns nothing in the real database, whose history it cannot change", async () => {
    const owned = `select relname from pg_class where relowner = '${new URL(app).username}'::regrole`;
    expect(await ask(app, owned)).toEqual([]);
    for (const table of appendOnly)
      for (const right of ["update", "delete", "truncate"]) {
        const held = await ask(app, `select has_table_privilege('"${table}"', '${right}') as held`);
        expect(held, `${right} on ${table}`).toEqual([{ held: false }]);
      }
  });
});

test("the migrations lead to the schema files, with nothing left to write", async () => {
  expect(await difference(owner, home)).toBe("");
});

test("no connection of the engine is left on the database", async () => {
  await run();
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as open from pg_stat_activity where datname = $1", [
    scratch,
  ]);
  await client.end();
  expect(rows).toEqual([{ open: 0 }]);
});
