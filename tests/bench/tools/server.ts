import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { buildId } from "../../../scripts/support/build.mjs";
import { installed, root } from "../../../scripts/support/child.mjs";
import { freePort } from "../../../scripts/support/ports.mjs";
import { KnownFailure } from "../../../scripts/support/telling.mjs";

/** An application that we started: where it answers, how long it took until it did, and how to end it. */
export type Running = {
  origin: string;
  readyAfter: number;
  /** Seconds from its start until it said that its index is loaded; throws when it does not say so within the time. */
  indexed: () => Promise<number>;
  memory: () => number | null;
  stop: () => Promise<void>;
};

/** What a server writes when its index holds the register. */
const LOADED = "The search index is loaded";
const LONGEST_LOAD = 180_000;

const children = new Set<ChildProcess>();

/** Ends whatever we started and that still runs. */
export const endAll = () => {
  for (const child of children) child.kill("SIGTERM");
};

/** Starts the built application on a port of its own, and waits until it says that it is ready. */
export async function startNext(): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const build = buildId();
  if (!build) throw new KnownFailure("There is no build to start.");
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [...installed("next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"],
    {
      cwd: root,
      env: {
        ...serving(),
        NODE_ENV: "production",
        PORT: String(port),
        ORIGIN: origin,
        NEXTAUTH_URL: origin,
        BUILD_ID: build,
        // An index whatever the size, every line of what it does, and no limit on how often it is asked.
        SEARCH_INDEX_FROM: "0",
        LOG_LEVEL: "info",
        OPEN_PER_MINUTE: "999999",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  children.add(child);
  let said = "";
  let loadedAfter: number | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-4_000);
      if (loadedAfter === null && said.includes(LOADED)) loadedAfter = (performance.now() - from) / 1000;
    });
  let gone = false;
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      gone = true;
      children.delete(child);
      resolve();
    }),
  );
  const stop = async () => {
    if (gone) return;
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await ended;
    clearTimeout(late);
  };
  while (!(await isReady(origin))) {
    if (gone || performance.now() - from > 60_000) {
      await stop();
      throw new KnownFailure(`The application did not become ready.\n${said.trimEnd()}`);
    }
    await wait(5);
  }
  const readyAfter = (performance.now() - from) / 1000;
  const indexed = async () => {
    for (const late = performance.now() + LONGEST_LOAD; loadedAfter === null; await wait(10))
      if (gone || performance.now() > late) throw new KnownFailure(`The index was not loaded.\n${said.trimEnd()}`);
    return loadedAfter;
  };
  return { origin, readyAfter, indexed, memory: () => memoryOf(child.pid), stop };
}

/** Megabytes that a process holds in memory; known on Linux alone. */
function memoryOf(pid: number | undefined): number | null {
  const status = `/proc/${pid}/status`;
  const [, kilobytes] = existsSync(status) ? (/VmRSS:\s+(\d+) kB/.exec(readFileSync(status, "utf8")) ?? []) : [];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}

/** What serves strangers does not hold the owner's address. */
function serving(): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...env } = process.env;
  return env;
}

async function isReady(origin: string) {
  try {
    const response = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
