import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { stateCode } from "@/lib/core/door/fault";
import { environment } from "@/lib/core/process/environment";
import { log } from "@/lib/core/process/log";
import { startWork } from "@/lib/core/process/worker";
import { fillWhenEmpty, type WithoutScript } from "./empty-page";
import { peerHeader } from "./network";

/**
 * Begins what a server process does beside answering, and sees that it ends in order. Where the environment cannot be used,
 * it names what is missing and ends the process. `withoutScript` is what a page that ended early says without a script.
 */
export function startServing(withoutScript: WithoutScript) {
  const { MODE, ORIGIN, BUILD_ID } = environmentOrEnd();
  // Whoever is at the other end of the wire is written down before anything else reads the request; what the request says of itself there is overwritten.
  subscribe("http.server.request.start", (message) => {
    const request = requestIn(message);
    if (!request) return;
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
    request.url = readableAddress(request.url);
    const response = responseIn(message);
    if (response) fillWhenEmpty(response, withoutScript);
  });
  if (process.env.NODE_ENV === "production") keepFaultsShort();
  const work = startWork();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      log.info({ signal }, "Stopping: no new work is begun");
      void work.stop();
    });
  log.info({ mode: MODE, origin: ORIGIN, build: BUILD_ID }, "Throughcare is serving");
}

/** Next would go on listening and answer nobody. */
function environmentOrEnd() {
  try {
    return environment();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Next also writes each whole fault to the console, and its sentence may repeat what was typed. Our own line (below) tells of it; the console names the kind. */
function keepFaultsShort() {
  const write = console.error;
  console.error = (...parts: unknown[]) => {
    const fault = parts.find((part) => part instanceof Error);
    if (fault) log.warn({ fault: fault.name, code: stateCode(fault) }, "The framework told of a fault");
    else write(...parts);
  };
}

/** An address that cannot be decoded is one that nothing has; Next would answer it with a bare 500. */
function readableAddress(url = "/") {
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return url;
  } catch {
    return "/unreadable-address";
  }
}

const requestIn = (message: unknown) =>
  typeof message === "object" && message !== null && "request" in message && message.request instanceof IncomingMessage
    ? message.request
    : null;

const responseIn = (message: unknown) =>
  typeof message === "object" && message !== null && "response" in message && message.response instanceof ServerResponse
    ? message.response
    : null;

type Asked = { path: string; method: string; headers: NodeJS.Dict<string | string[]> };
type Where = { routePath: string; routeType: string };

/** One line for a fault: where, what kind, and the frames of our code. The sentence of the fault is left out, because it may repeat what was typed. */
export function logFault(error: unknown, { path, method, headers }: Asked, { routePath, routeType }: Where) {
  const isError = error instanceof Error;
  log.error(
    {
      requestId: headers["x-request-id"],
      digest: isError && "digest" in error ? error.digest : undefined,
      method,
      path: path.split("?")[0],
      route: routePath,
      kind: routeType,
      fault: isError ? error.name : typeof error,
      code: stateCode(error),
      frames: isError ? framesOf(error) : undefined,
    },
    "A request could not be answered",
  );
}

const framesOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
