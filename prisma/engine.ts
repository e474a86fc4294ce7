import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the schema and the migrations lie; tests and trials pass another place. */
export const home = { schema: join(root, "prisma/schema"), migrations: join(root, "prisma/migrations") };

/**
 * Prisma's own schema engine, from the npm package instead of a download: closed networks refuse the download, and
 * `prisma migrate deploy` without it does nothing and says that it went well.
 */
export async function openEngine(url: string, schema = home.schema): Promise<OpenEngine> {
  const fault: Fault = { last: undefined };
  const opened: SqlDriverAdapter[] = [];
  const { SchemaEngine: Engine } = await loadWasm();
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(url, fault, opened));
  const datamodels = readSchema(schema).map(({ path, content }): [string, string] => [path, content]);
  const engine = await Engine.new({ datamodels }, () => {}, factory);
  const close = async () => {
    engine.free();
    // The engine leaves its connections open, and a database with connections cannot be copied or dropped.
    for (const adapter of opened) await adapter.dispose();
  };
  return { engine, fault, close };
}

type OpenEngine = { engine: SchemaEngine; fault: Fault; close: () => Promise<void> };

/** What the database said, which the engine wraps in its own words. */
type Fault = { last: unknown };

/** The schema files, in the form that the engine takes. */
export const readSchema = (folder = home.schema): SchemaContainer[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .toSorted()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));

/** The migrations as they stand on disk, in order. */
export function readMigrations(folder = home.migrations): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Where the engine leaves its last words if it panics; it insists on finding this. */
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) } });

let loading: ReturnType<typeof instantiate> | undefined;

/** Once in a process: the package keeps its memory in the module, and a second instance would read the first one's. */
function loadWasm() {
  loading ??= instantiate();
  return loading;
}

async function instantiate(): Promise<typeof import("@prisma/schema-engine-wasm")> {
  const background = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  // It sets timers of ten seconds that it never clears, which would keep the process waiting after its work.
  const imports = Object.entries(background).map(([name, value]) => [
    name,
    name.startsWith("__wbg_setTimeout_") ? (call: () => void, ms: number) => setTimeout(call, ms).unref() : value,
  ]);
  const { instance } = await WebAssembly.instantiate(readFileSync(entry.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": Object.fromEntries(imports),
  });
  background.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
  return background;
}

/** The catalogue's one-letter columns have a type, `"char"`, that the adapter refuses and the engine wants. */
const oneLetter = 18;

const isUnreadable = (error: unknown) =>
  isDriverAdapterError(error) && error.cause.kind === "UnsupportedNativeDataType";

async function readable(driver: pg.Pool, { sql, args }: SqlQuery) {
  const inner = `(${sql.trim().replace(/;$/, "")}) as found`;
  const { fields } = await driver.query({ text: `select * from ${inner} limit 0`, values: args });
  const letters = fields.map(({ dataTypeID }) => dataTypeID === oneLetter);
  const columns = fields.map(({ name }, i) => {
    const column = pg.escapeIdentifier(name);
    return letters[i] ? `${column}::text as ${column}` : column;
  });
  return { sql: `select ${columns.join(", ")} from ${inner}`, letters };
}

function adapterFactory(url: string, fault: Fault, opened: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  const config = connection(url);
  const inner = new PrismaPg(config);
  const whole = async (options: pg.PoolConfig) => {
    const adapter = await new PrismaPg(options).connect();
    // The adapter cuts scripts at every semicolon, which breaks functions, triggers and texts. Sent whole, a script is
    // also one transaction: a migration that fails leaves nothing behind.
    const { queryRaw } = adapter;
    adapter.queryRaw = (query) =>
      queryRaw.call(adapter, query).catch(async (error: unknown) => {
        if (!isUnreadable(error)) throw error;
        const { sql, letters } = await readable(adapter.underlyingDriver(), query);
        const { columnTypes, ...rest } = await queryRaw.call(adapter, { ...query, sql });
        return { ...rest, columnTypes: columnTypes.map((type, i) => (letters[i] ? ColumnTypeEnum.Character : type)) };
      });
    adapter.executeScript = async (script) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error: unknown) => {
          fault.last = error;
          throw error;
        });
    };
    return adapter;
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => {
      const adapter = await whole(config);
      opened.push(adapter);
      return adapter;
    },
    connectToShadowDb: () => shadow(config, whole),
  };
}

/** An empty database of its own, dropped when the engine is done with it, whatever is still connected. */
async function shadow(config: pg.PoolConfig, open: (config: pg.PoolConfig) => Promise<SqlDriverAdapter>) {
  const database = `throughcare_shadow_${randomUUID().replaceAll("-", "")}`;
  await once(config, `create database "${database}" template template0`);
  const adapter = await open({ ...config, database });
  const { dispose } = adapter;
  adapter.dispose = async () => {
    await dispose.call(adapter);
    await once(config, `drop database if exists "${database}" with (force)`);
  };
  return adapter;
}

async function once(config: pg.ClientConfig, sql: string) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A connection string as its parts: the adapter replaces the database of a shadow only in this form. */
function connection(url: string): pg.PoolConfig {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ssl = searchParams.get("sslmode");
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username),
    ...(ssl && ssl !== "disable" ? { ssl: { rejectUnauthorized: ssl.startsWith("verify") } } : {}),
  };
}
