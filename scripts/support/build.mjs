// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { installed, root, runChild } from "./child.mjs";
import { step } from "./telling.mjs";

/** What a build is made from. What is generated from these is left out. */
const sources = [
  ...["app", "components", "lib", "public", "prisma/schema", "proxy.ts", "instrumentation.ts"],
  ...["package-lock.json", "next.config.ts", "tsconfig.json", "postcss.config.mjs"],
];
const generated = join("lib", "core", "prisma");
// Not beside the client: Prisma empties that folder whenever it writes.
const clientStamp = join(root, "node_modules", ".throughcare", "client");
const buildStamp = join(root, ".next", "throughcare-build");

/** Writes the database client when the schema has changed since it was written. */
export async function generateIfStale() {
  const hash = fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (readIf(clientStamp) === hash && existsSync(join(root, generated, "client.ts"))) return;
  const failure = "The database client could not be generated.";
  await step("Generating the database client", () =>
    runChild(process.execPath, [...installed("prisma/build/index.js"), "generate"], { quiet: true, failure }),
  );
  mkdirSync(dirname(clientStamp), { recursive: true });
  writeFileSync(clientStamp, hash);
}

/** Builds when the sources are not those of the last whole build. @param {NodeJS.ProcessEnv} env @param {string} log */
export async function buildIfStale(env, log) {
  await generateIfStale();
  const hash = fingerprint(sources);
  if (readIf(buildStamp) === hash && buildId() !== null) return;
  rmSync(buildStamp, { force: true });
  // A build must hold nothing of one database, so it is given none; a page that read it would fail here, and be found.
  const { DATABASE_URL, DATABASE_OWNER_URL, ...rest } = env;
  await step("Building the application", () =>
    runChild(process.execPath, [...installed("next/dist/bin/next"), "build"], {
      env: { ...rest, NODE_ENV: "production" },
      log,
      failure: "The application could not be built",
    }),
  );
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(buildStamp, hash);
}

/** The name of the build that lies in `.next`, as `/health/ready` tells it; `null` when there is none. */
export const buildId = () => readIf(join(root, ".next", "BUILD_ID"));

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const path of paths.flatMap(files).toSorted())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function files(path) {
  const at = join(root, path);
  if (path === generated || !existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [path];
  return readdirSync(at).flatMap((name) => files(join(path, name)));
}

/** @param {string} file */
const readIf = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);
