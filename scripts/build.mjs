// @ts-check
import { join } from "node:path";
import { buildIfStale } from "./support/build.mjs";
import { installIfNeeded } from "./support/install.mjs";
import { readSettings } from "./support/settings.mjs";
import { run } from "./support/telling.mjs";

/** `npm run build`: only when the last build is stale, as `npm start` does it. */
await run(async () => {
  const { env, folder } = readSettings();
  await installIfNeeded();
  await buildIfStale(env, join(folder, "logs", "build.log"));
});
