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
    const parts = await writeRegister(client, drawn);
    const people = await writeAuthority(client, drawn);
    let written = 0;
    let told = performance.now();
    for (const rows of generate(count, { reference: await reference(), parts }, drawn)) {
      await writeBatch(client, rows);
      written += rows.Service.length;
      if (performance.now() - told > 3_000) {
        say(`     ${written.toLocaleString("en-GB")} of ${count.toLocaleString("en-GB")} services`);
        told = performance.now();
      }
      await breathe();
    }
    await client.query("vacuum (analyze)");
    return people;
  } finally {
    await client.end();
  }
}
