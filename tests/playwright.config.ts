import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const port = process.env.JOURNEY_PORT ?? "3417";
const executablePath = (await findBrowser()) ?? undefined;

export default defineConfig({
  testDir: at("./journeys"),
  outputDir: at("../test-results/journeys"),
  // A journey that passes at the second try has a race in it, which is what we want to hear of.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: at("../test-results/journeys.json") }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // A trace doubles the time of a journey: ask for one when looking into a failure.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: browserArguments },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      // A phone has no Tab key, and what stewards, consortia and competitions do is done at a desk: those pages are squeezed to 320 px
      // where they are walked (journeys/support/test.ts).
      testIgnore:
        /by-keyboard|steward-decides|consortium-forms|evidence-lapses|refused-and-reapplies|saved-search-alerts|signed-out|rate-card-in-five-minutes|three-lots-two-funders|invited-quotes|competed-grant|one-tender|cancelled-stays-sealed/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/testing/journeys.mjs`,
    cwd: at(".."),
    url: `http://localhost:${port}/health/ready`,
    // Never a program that happens to listen there already.
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: "pipe",
    stderr: "pipe",
    env: { JOURNEY_PORT: port },
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
