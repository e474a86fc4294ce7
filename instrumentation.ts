import type { Instrumentation } from "next";

/** Runs once when a server process starts, before it answers anybody. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServing } = await import("./lib/identity/serving");
  startServing();
  const { startKeeping } = await import("./lib/register/keeping");
  startKeeping();
}

/** A fault of a page, an action or a route: logged with what an operator needs to find it, and nothing of what was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFault } = await import("./lib/identity/serving");
  logFault(error, request, context);
};
