import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { home, openEngine, readMigrations, readSchema } from "./engine";

const filters = { externalTables: [], externalEnums: [] };

/** The SQL that leads from the migrations as they stand to the schema files; empty when they agree. */
export async function difference(ownerUrl: string, { schema, migrations } = home): Promise<string> {
  mkdirSync(migrations, { recursive: true });
  const { engine, fault, close } = await openEngine(ownerUrl, schema);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations(migrations) },
      to: { tag: "schemaDatamodel", files: readSchema(schema) },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = (stdout ?? "").trim();
    return sql.startsWith("-- This is an empty migration") ? "" : sql;
  } catch (error) {
    throw fault.last ?? error;
  } finally {
    await close();
  }
}

async function main() {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error("Say what changes: npm run db:diff -- add_bonds (a-z, 0-9 and _).");
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set.");
  const sql = await difference(url);
  if (!sql) return console.log("The migrations and the schema agree: nothing to write.");
  const at = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(home.migrations, `${at}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  writeFileSync(join(home.migrations, "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
