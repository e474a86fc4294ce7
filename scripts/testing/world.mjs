// @ts-check
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freshSecrets } from "../support/settings.mjs";
import { prepare, seedIfNew } from "../support/world.mjs";

/**
 * The demo world on a server whose administrator `server` is: a database, the role that the application uses in it, the
 * secrets that it was sealed with, and the folder of what lies beside it. Plain data, so that it can be handed to another process.
 * @typedef {{ server: string, database: string, role: string, password: string, secrets: ReturnType<typeof freshSecrets>, folder: string }} World
 */

/** Makes the demo world, which takes most of a minute. Nothing stays connected to it, so that it can be copied.
 * @param {string} server
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<World>}
 */
export async function makeWorld(server, env) {
  const name = `throughcare_world_${randomBytes(4).toString("hex")}`;
  const [password, folder] = [randomBytes(12).toString("hex"), mkdtempSync(join(tmpdir(), "throughcare-world-"))];
  const world = { server, database: name, role: name, password, secrets: freshSecrets(), folder };
  await execute(server, `create role ${name} login password '${password}'`);
  await execute(server, `create database ${name} template template0`);
  try {
    const own = { ...env, ...environmentOf(world), DATABASE_OWNER_URL: on(server, name) };
    await prepare(own);
    await seedIfNew(own, { embedded: true, folder });
    return world;
  } catch (error) {
    await removeWorld(world);
    throw error;
  }
}

/** A copy to use up: its database is made from the other one's in a second. @param {World} world @returns {Promise<World>} */
export async function copyWorld(world) {
  const database = `${world.role}_${randomBytes(4).toString("hex")}`;
  const folder = mkdtempSync(join(tmpdir(), "throughcare-world-"));
  cpSync(world.folder, folder, { recursive: true });
  await execute(world.server, `create database ${database} template ${world.database}`);
  return { ...world, database, folder };
}

/** Takes a copy away. @param {World} world */
export async function removeCopy({ server, database, folder }) {
  await execute(server, `drop database if exists ${database} with (force)`);
  rmSync(folder, { recursive: true, force: true });
}

/** Takes a world away whose copies are gone. @param {World} world */
export async function removeWorld(world) {
  await removeCopy(world);
  await execute(world.server, `drop role if exists ${world.role}`);
}

/** What a process needs to serve it, as the application's own role. @param {World} world */
export function environmentOf({ server, database, role, password, secrets, folder }) {
  return { ...secrets, MODE: "demo", DATABASE_URL: as(on(server, database), role, password), DATA_DIR: folder };
}

/** The same address with another database. @param {string} url @param {string} database */
export function on(url, database) {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

/** The same address as another role. @param {string} url @param {string} role @param {string} password */
export function as(url, role, password) {
  const moved = new URL(url);
  moved.username = role;
  moved.password = password;
  return moved.href;
}

/** One statement on a connection of its own. @param {string} url @param {string} sql */
export async function execute(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
