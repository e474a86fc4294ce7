import { readFile } from "node:fs/promises";
import pg from "pg";

const server = new URL("../../../test-results/journey-server.json", import.meta.url);

/** Runs one statement in the database that the journeys are walked on, and gives its rows. */
export async function inDatabase(sql: string, values: string[] = []): Promise<Record<string, string>[]> {
  const { owner }: { owner: string } = JSON.parse(await readFile(server, "utf8"));
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The address that a charity's signatory gets mail at: only the people with a part of their own are on the demo's page. */
export async function signatoryOf(organisation: string): Promise<string> {
  const [found] = await inDatabase(
    `select u."email" from "User" u join "Seat" s on s."userId" = u."id" join "Organisation" o on o."id" = s."organisationId"
     where o."name" = $1 and s."role" = 'signatory' order by u."createdAt" limit 1`,
    [organisation],
  );
  if (!found?.email) throw new Error(`Nobody signs for ${organisation}.`);
  return found.email;
}
