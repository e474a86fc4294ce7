import pg from "pg";
import { readEnvironment } from "@/lib/core/process/environment";
import { loadReference } from "@/prisma/load-reference";
import { MigrationRefused, migrate } from "@/prisma/migrate";

/** Checks the environment, migrates, and brings the reference data up to date: what any start and any test needs. */
async function prepare() {
  const read = readEnvironment(process.env);
  if (!read.ok) return refuse(read.problems.join("\n"));
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl = appUrl } = read.value;
  const { applied, advice } = await migrate({ ownerUrl, appUrl });
  for (const name of applied) console.log(`     applied ${name}`);
  for (const sql of advice) console.log(`     the owner may not do this; run it as an administrator: ${sql};`);

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const lists = await loadReference(client);
  await client.end();
  const [added, changed, closed] = [
    lists.reduce((sum, list) => sum + list.added, 0),
    lists.reduce((sum, list) => sum + list.changed, 0),
    lists.reduce((sum, list) => sum + list.closed, 0),
  ];
  if (added + changed + closed > 0)
    console.log(`     reference data: ${added} added, ${changed} changed, ${closed} closed`);
}

function refuse(words: string): never {
  console.error(words);
  process.exit(1);
}

/** Faults of the place, not of the program, in words: by the code of the network or of PostgreSQL. */
const known: Record<string, string> = {
  ECONNREFUSED: "The database does not answer.",
  ENOTFOUND: "The database's host is not known.",
  ETIMEDOUT: "The database does not answer.",
  "28P01": "The database refuses the password.",
  "28000": "The database refuses this role.",
  "3D000": "The database does not exist.",
  "42501": "The role that migrates may not do this: give the owner's address in DATABASE_OWNER_URL.",
  "53100": "The database's disk is full.",
  "57P03": "The database is starting up or shutting down.",
};

prepare().then(
  () => process.exit(),
  (error: unknown) => {
    if (error instanceof MigrationRefused) refuse(error.message);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const words = known[code];
    if (words && error instanceof Error) refuse(`${words} (${error.message || code})`);
    console.error(error);
    process.exit(1);
  },
);
