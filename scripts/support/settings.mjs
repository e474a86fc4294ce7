// @ts-check
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { makeFolder, writeSecret } from "../postgres/files.mjs";
import { root } from "./child.mjs";
import { KnownFailure } from "./telling.mjs";

/**
 * What is decided before anything starts. `env` is what every child is given.
 * @typedef {{
 *   mode: "demo" | "live",
 *   embedded: boolean,
 *   port: number,
 *   host: string | undefined,
 *   origin: string,
 *   folder: string,
 *   env: NodeJS.ProcessEnv,
 * }} Settings
 */

/** Reads `.env` and the environment, which wins. @returns {Settings} */
export function readSettings() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const { DATABASE_URL, MODE, PORT = "3000", HOST, DATA_DIR = ".data" } = process.env;
  const embedded = !DATABASE_URL;
  const mode = MODE || (embedded ? "demo" : "live");
  if (mode !== "demo" && mode !== "live") throw new KnownFailure("MODE is not demo or live.");
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port < 1 || port > 65_535)
    throw new KnownFailure("PORT is not a whole number from 1 to 65535.");
  const folder = isAbsolute(DATA_DIR) ? DATA_DIR : join(root, DATA_DIR);
  const origin = process.env.ORIGIN || `http://localhost:${port}`;
  const env = {
    ...process.env,
    MODE: mode,
    PORT: String(port),
    ORIGIN: origin,
    NEXTAUTH_URL: origin,
    DATA_DIR: folder,
    LOG_LEVEL: process.env.LOG_LEVEL || (mode === "demo" ? "warn" : "info"),
    NEXT_TELEMETRY_DISABLED: "1",
    // The adapter's own habit; a warning in the middle of a start helps nobody.
    NODE_NO_WARNINGS: process.env.NODE_NO_WARNINGS ?? "1",
  };
  return { mode, embedded, port, host: HOST || undefined, origin, folder, env };
}

/** A demo's secrets, made once and kept for this user only. A live service brings its own: they are not made up for it.
 * @param {Settings} settings
 * @returns {Record<string, string>}
 */
export function secretsOf({ mode, folder }) {
  if (mode === "live") return {};
  const file = join(folder, "secrets.json");
  if (!existsSync(folder)) makeFolder(folder, false);
  if (!existsSync(file)) writeSecret(file, JSON.stringify(freshSecrets(), null, 2));
  const kept = read(file);
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !process.env[name]));
}

/** Good secrets, from the system's randomness. */
export const freshSecrets = () => ({
  NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
  THROUGHCARE_KEY: randomBytes(32).toString("base64"),
  AUDIT_SIGNING_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "der" })
    .toString("base64"),
});

/** @param {string} file @returns {Record<string, string>} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new KnownFailure(`${file} is damaged. Restore it from a backup.`);
    throw new KnownFailure(`${file} cannot be read by this user. Run as the user who started Throughcare here first.`);
  }
}
