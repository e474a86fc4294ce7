// @ts-check
import { findRunning } from "./postgres.mjs";
import { generateIfStale } from "./support/build.mjs";
import { runChild, typescript } from "./support/child.mjs";
import { readSettings, secretsOf } from "./support/settings.mjs";
import { KnownFailure, run } from "./support/telling.mjs";
import { openDatabase } from "./support/world.mjs";

const [file, ...rest] = process.argv.slice(2);

/** Runs one of our programs on the database that `npm start` uses, whether that runs now or not. */
await run(async () => {
  if (!file) throw new KnownFailure("Say which program to run.");
  const settings = readSettings();
  await generateIfStale();
  const running = settings.embedded ? findRunning(settings.folder) : null;
  const { env, stop } = running
    ? { env: { ...settings.env, ...secretsOf(settings), DATABASE_URL: running.app }, stop: async () => {} }
    : await openDatabase(settings);
  try {
    const { code } = await runChild(process.execPath, [...typescript(file), ...rest], { env });
    process.exitCode = code;
  } finally {
    await stop();
  }
});
