import { inject } from "vitest";
import { secrets } from "../../support/secrets";

// Before a test file is loaded, so that commands called in this process meet the database that is served.
const { app, folder } = inject("served");
Object.assign(process.env, secrets, {
  MODE: "demo",
  ORIGIN: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  DATABASE_URL: app,
  DATA_DIR: folder,
  LOG_LEVEL: "silent",
});
