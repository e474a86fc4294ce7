import { pathToFileURL } from "node:url";
import pg from "pg";
import { ReferenceList } from "../lib/core/prisma/enums";
import { newId } from "../lib/core/values/id";
import type { ReferenceRow } from "../lib/reference/details";
import { ReferenceRefused, readFiles, rowsOf } from "./reference/files";
import { type HeldRow, type Plan, planList } from "./reference/plan";

/** What loading did to one list. */
export type ListLoaded = { list: ReferenceList; added: number; changed: number; closed: number; unchanged: number };

/**
 * Makes the database say what the reference files say, in one transaction. Loading twice changes nothing.
 *
 * This is a write outside the door, and the only one: the door is for people and asks who may; this is an operator
 * bringing the world's facts with a release, as a migration brings columns. History stays in the rows themselves.
 */
export async function loadReference(
  client: pg.ClientBase,
  wanted: readonly ReferenceRow[] = rowsOf(readFiles()),
): Promise<ListLoaded[]> {
  await client.query("begin");
  try {
    // Two operators may load at once; the second waits and finds nothing to do.
    await client.query("select pg_advisory_xact_lock(hashtext('throughcare.reference'))");
    const today = await readToday(client);
    const held = await readHeld(client);
    const plans = Object.values(ReferenceList).map((list) => ({
      list,
      plan: planList(
        held.filter((row) => row.list === list),
        wanted.filter((row) => row.list === list),
        today,
      ),
    }));
    for (const { plan } of plans) await carryOut(client, plan);
    await client.query("commit");
    return plans.map(({ list, plan: { added, changed, closed, unchanged } }) => ({
      list,
      added,
      changed,
      closed,
      unchanged,
    }));
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function readToday(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ today: string }>(
    "select (now() at time zone 'Europe/London')::date::text as today",
  );
  const [row] = rows;
  if (!row) throw new Error("The database gave no date");
  return row.today;
}

async function readHeld(client: pg.ClientBase): Promise<HeldRow[]> {
  const { rows } = await client.query<HeldRow>(
    `select "id", "list", "code", "name", "parentCode", "detail", "order", "validFrom"::text, "validTo"::text
       from "ReferenceItem"`,
  );
  return rows;
}

/** Closing comes before opening: the database holds at most one open row for a code. */
async function carryOut(client: pg.ClientBase, { drop, close, amend, insert }: Plan) {
  if (drop.length > 0) await client.query(`delete from "ReferenceItem" where "id" = any($1::uuid[])`, [drop]);
  await send(
    client,
    close,
    `update "ReferenceItem" t set "validTo" = r."validTo"
       from json_to_recordset($1) as r("id" uuid, "validTo" date) where t."id" = r."id"`,
  );
  await send(
    client,
    amend,
    `update "ReferenceItem" t set "name" = r."name", "parentCode" = r."parentCode", "detail" = r."detail",
            "order" = r."order", "validTo" = r."validTo"
       from json_to_recordset($1) as r("id" uuid, "name" text, "parentCode" text, "detail" jsonb, "order" int, "validTo" date)
      where t."id" = r."id"`,
  );
  await send(
    client,
    insert.map((row) => ({ ...row, id: newId() })),
    `insert into "ReferenceItem" ("id", "list", "code", "name", "parentCode", "detail", "order", "validFrom", "validTo")
     select "id", "list", "code", "name", "parentCode", "detail", "order", "validFrom", "validTo"
       from json_to_recordset($1) as r("id" uuid, "list" "ReferenceList", "code" text, "name" text, "parentCode" text,
            "detail" jsonb, "order" int, "validFrom" date, "validTo" date)`,
  );
}

async function send(client: pg.ClientBase, rows: readonly object[], sql: string) {
  if (rows.length > 0) await client.query(sql, [JSON.stringify(rows)]);
}

async function main() {
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!url) throw new ReferenceRefused("DATABASE_URL is not set.");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const loaded = await loadReference(client);
    for (const { list, added, changed, closed, unchanged } of loaded)
      console.log(`     ${list}: ${added} added, ${changed} changed, ${closed} closed, ${unchanged} as they were`);
  } finally {
    await client.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((error: unknown) => {
    console.error(error instanceof ReferenceRefused ? error.message : error);
    process.exitCode = 1;
  });
