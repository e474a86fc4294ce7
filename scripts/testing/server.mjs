// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgres } from "../postgres.mjs";
import { copyWorld, makeWorld, removeCopy, removeWorld } from "./world.mjs";

/** A PostgreSQL to test on, by its administrator's address: the one that TEST_POSTGRES_URL names, or one of our own that is forgotten afterwards.
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openTestServer(say) {
  const lent = process.env.TEST_POSTGRES_URL;
  if (lent) return { url: lent, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), "throughcare-test-"));
  const { urls, stop } = await openPostgres({ folder, durable: false, ...(say && { say }) });
  return {
    url: urls.admin,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A demo world of one's own: a copy of the one in TEST_WORLD, or one made here on a server of its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ world: import("./world.mjs").World, close: () => Promise<void> }>}
 */
export async function openWorld(env, say) {
  if (process.env.TEST_WORLD) {
    const world = await copyWorld(JSON.parse(process.env.TEST_WORLD));
    return { world, close: () => removeCopy(world) };
  }
  const server = await openTestServer(say);
  try {
    const world = await makeWorld(server.url, env);
    const close = async () => {
      await removeWorld(world);
      await server.stop();
    };
    return { world, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
