import pg from "pg";
import type { Rows } from "./rows";

/** Writes rows into a table of the bench's own database, in one statement. Columns are those of the first row. */
export async function insert(client: pg.ClientBase, table: string, rows: readonly Record<string, unknown>[]) {
  const [first] = rows;
  if (!first) return;
  const name = pg.escapeIdentifier(table);
  const columns = Object.keys(first).map(pg.escapeIdentifier).join(", ");
  await client.query(
    `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1)`,
    [JSON.stringify(rows)],
  );
}

/**
 * Writes one batch straight into the tables, past the door. The door is for people and remembers what they did; nobody
 * did this, and the database is dropped at the end. The database's own rules are kept: each service is written as one in
 * review and moved on to where it stands.
 */
export async function writeBatch(client: pg.ClientBase, rows: Rows) {
  const { standing, before, ...tables } = rows;
  await client.query("begin");
  for (const [table, added] of Object.entries(tables)) await insert(client, table, added);
  await client.query(
    `update "RateCard" c set "publishedAt" = c."createdAt" from json_to_recordset($1) as r("rateCardId" uuid)
      where c."id" = r."rateCardId"`,
    [JSON.stringify([...standing.map(({ rateCardId }) => ({ rateCardId })), ...before])],
  );
  const moves = `update "Service" s set "state" = r."state", "publishedId" = r."publishedId", "rateCardId" = r."rateCardId"
       from json_to_recordset($1) as r("id" uuid, "publishedId" uuid, "rateCardId" uuid, "state" "ServiceState")
      where s."id" = r."id"`;
  await client.query(moves, [JSON.stringify(standing.map((row) => ({ ...row, state: "published" })))]);
  await client.query(moves, [JSON.stringify(standing.filter(({ state }) => state !== "published"))]);
  await client.query("commit");
}
