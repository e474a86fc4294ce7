import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at(".."),
  resolve: { alias: { "@": at(".."), "server-only": at("./support/empty.ts") } },
  test: {
    projects: [
      // Pure tests share their modules: reading zod and the rooms again for each file took three quarters of the time.
      // Time enough for ten thousand runs of a property on a machine that builds beside it.
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], isolate: false, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: ["tests/support/database.ts"],
          fileParallelism: true,
          maxWorkers: 2,
          // Generous, because a busy machine is not a fault; what must be fast is measured by the bench.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "http",
          include: ["tests/http/**/*.test.ts"],
          globalSetup: ["tests/http/ground/setup.ts"],
          setupFiles: ["tests/http/ground/environment.ts"],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
