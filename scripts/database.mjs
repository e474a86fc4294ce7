// @ts-check
import { createInterface } from "node:readline/promises";
import { findRunning } from "./postgres.mjs";
import { generateIfStale } from "./support/build.mjs";
import { children, runChild, typescript } from "./support/child.mjs";
import { readSettings, secretsOf } from "./support/settings.mjs";
import { KnownFailure, run, say } from "./support/telling.mjs";
import { empty, openDatabase, prepare, seedIfNew } from "./support/world.mjs";

const [verb = "", ...rest] = process.argv.slice(2);

/** `npm run db:migrate | db:diff | db:seed | db:reset`, on the database that `npm start` would use. */
await run(async () => {
  const settings = readSettings();
  await generateIfStale();
  const { env, stop, shared } = await database(settings);
  try {
    if (verb === "migrate") await prepare(env);
    else if (verb === "diff") await diff(env);
    else if (verb === "seed") await seed(env, settings);
    else if (verb === "reset") await reset(env, settings, shared);
    else throw new KnownFailure(`There is no db:${verb}. There are db:migrate, db:diff, db:seed and db:reset.`);
  } finally {
    await stop();
  }
});

/** The embedded server of a Throughcare that runs now is used as it is; otherwise it is started for this.
 * @param {import("./support/settings.mjs").Settings} settings
 */
async function database(settings) {
  const urls = settings.embedded ? findRunning(settings.folder) : null;
  if (urls) {
    const env = { ...settings.env, ...secretsOf(settings), DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner };
    return { env, stop: async () => {}, shared: true };
  }
  const { env, stop } = await openDatabase(settings);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.once(signal, () => {
      for (const child of children) child.kill("SIGTERM");
      void stop().finally(() => process.exit(130));
    });
  return { env, stop, shared: false };
}

/** @param {NodeJS.ProcessEnv} env */
async function diff(env) {
  const { code } = await runChild(process.execPath, [...typescript("prisma/diff.ts"), ...rest], { env });
  process.exitCode = code;
}

/** @param {NodeJS.ProcessEnv} env @param {import("./support/settings.mjs").Settings} settings */
async function seed(env, settings) {
  if (settings.mode === "live") throw new KnownFailure("Demo people have no place in live mode.");
  await prepare(env);
  if (!(await seedIfNew(env, settings)))
    say("     The demo world is there already. To make it again: npm run db:reset");
}

/** @param {NodeJS.ProcessEnv} env @param {import("./support/settings.mjs").Settings} settings @param {boolean} shared */
async function reset(env, settings, shared) {
  if (settings.mode === "live") throw new KnownFailure("A live database is not emptied by this command.");
  if (shared) throw new KnownFailure("Throughcare is running on this database. Stop it first.");
  if (!rest.includes("--yes") && !(await agreed(env))) throw new KnownFailure("Nothing was changed.");
  await empty(env, settings.folder);
  await prepare(env);
  await seedIfNew(env, settings);
}

/** @param {NodeJS.ProcessEnv} env */
async function agreed(env) {
  const { host, pathname } = new URL(env.DATABASE_URL ?? "");
  if (!process.stdin.isTTY) throw new KnownFailure("Say that you mean it: npm run db:reset -- --yes");
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`  Everything in ${host}${pathname} is deleted. Type yes to go on: `);
  prompt.close();
  return answer.trim() === "yes";
}
