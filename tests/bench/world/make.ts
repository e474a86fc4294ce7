import { setImmediate as breathe } from "node:timers/promises";
import pg from "pg";
import { reference } from "@/lib/reference/queries";
import { chance } from "../tools/random";
import { generate } from "./generate";
import { writeAuthority, writeRegister } from "./people";
import { writeBatch } from "./write";

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Fills the bench's database with a register of so many services and the people who use it. */
export async function makeWorld(
  ownerUrl: string,
  { count, seed, say }: { count: number; seed: number; say: (line: string) => void },
) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const drawn = chance(seed);
    const register = await writeRegister(client, drawn);
    const people = await writeAuthority(client, drawn);
    const ground = { reference: await reference(), ...register };
    await withoutWordIndexes(client, async () => {
      let written = 0;
      let told = performance.now();
      let writing = Promise.resolve();
      // One batch is made up while the database writes the one before.
      for (const rows of generate(count, ground, drawn)) {
        await writing;
        if (performance.now() - told > 3_000) {
          say(`     ${written.toLocaleString("en-GB")} of ${count.toLocaleString("en-GB")} services`);
          told = performance.now();
        }
        writing = writeBatch(client, rows);
        // A fault of it is told where it is waited for.
        writing.catch(() => {});
        const first = written === 0;
        written += rows.Service.length;
        // What the database planned for empty tables it plans again.
        if (first) writing = writing.then(async () => void (await client.query("analyze")));
        await breathe();
      }
      await writing;
    });
    await client.query("vacuum (analyze)");
    return people;
  } finally {
    await client.end();
  }
}

/** Indexes of many words for each row are made once for all rows, and not for each of them again. */
async function withoutWordIndexes(client: pg.Client, work: () => Promise<void>) {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'SearchDocument' and indexdef like '%USING gin%'`,
  );
  for (const { indexname } of rows) await client.query(`drop index ${client.escapeIdentifier(indexname)}`);
  await work();
  for (const { indexdef } of rows) await client.query(indexdef);
}
