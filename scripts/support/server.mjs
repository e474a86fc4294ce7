// @ts-check
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { installed, root } from "./child.mjs";
import { isFree } from "./ports.mjs";
import { KnownFailure } from "./telling.mjs";

/** Refuses a port that somebody else has, before any work is done. @param {number} port @param {string} [host] */
export async function claimPort(port, host) {
  if (!(await isFree(port, host)) || (!host && !(await isFree(port, "127.0.0.1"))))
    throw new KnownFailure(
      port < 1024
        ? `Port ${port} is taken, or may not be opened by this user. Choose another: PORT=3100 npm start`
        : `Port ${port} is taken by another program. Choose another: PORT=${port === 3100 ? 3200 : 3100} npm start`,
    );
}

/**
 * Starts Next and waits until it says that it is ready, and that it is the build that we mean.
 * @param {{ command: "start" | "dev", port: number, host?: string, env: NodeJS.ProcessEnv, build: string, cut?: AbortSignal }} options
 */
export async function serve({ command, port, host, env, build, cut }) {
  const args = [...installed("next/dist/bin/next"), command, "-p", String(port), ...(host ? ["-H", host] : [])];
  // Its own group: a Ctrl-C at the terminal reaches only us, and we end things in order.
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: command === "dev" ? "development" : "production", BUILD_ID: build },
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let held = "";
  let ready = false;
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]))
    from.on("data", (chunk) => {
      if (ready) to.write(chunk);
      else held += chunk;
    });
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const stop = async () => {
    if (gone) return;
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exited;
    clearTimeout(late);
  };

  const address = `http://${host && host !== "0.0.0.0" ? host : "127.0.0.1"}:${port}/health/ready`;
  for (const until = Date.now() + 90_000; !ready; ) {
    const answer = await ask(address);
    ready = answer.ok && answer.text.includes(build);
    if (ready) break;
    if (gone || cut?.aborted || Date.now() > until) {
      await stop();
      cut?.throwIfAborted();
      console.error(held.trimEnd().split("\n").slice(-30).join("\n"));
      throw new KnownFailure(
        gone ? "The server stopped while it was starting." : `The server is not ready: ${answer.text}`,
      );
    }
    await wait(100);
  }
  return { pid: child.pid ?? 0, exited, stop };
}

/** @param {string} address */
async function ask(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    const text = (await response.text()).slice(0, 300);
    return { ok: response.ok, text: `${response.status} ${text}` };
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}
