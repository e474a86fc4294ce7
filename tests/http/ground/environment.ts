import { inject } from "vitest";

// Before a test file is loaded, so that commands called in this process meet the database that is served.
Object.assign(process.env, inject("served").env, {
  ORIGIN: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
});
