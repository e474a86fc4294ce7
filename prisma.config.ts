import { defineConfig } from "prisma/config";

// `generate`, `validate` and `format` insist on the path of a schema engine and never run it; a closed network cannot
// download one. Migrations do not go through this stub: see prisma/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
