import type { Instrumentation } from "next";

/** Runs once when a server process starts, before it answers anybody. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServing } = await import("./lib/identity/request/serving");
  const { withoutScript } = await import("./components/ui/frame/plain-answer");
  startServing(withoutScript);
  const { hourly } = await import("./lib/core/process/hourly");
  const { keepRegister } = await import("./lib/register/keeping");
  const { keepAgreements } = await import("./lib/agreements/keeping");
  const { onTime } = await import("./lib/core/process/on-time");
  const { keepCloses } = await import("./lib/calloff/open/publish/keeping");
  const { keepSearch } = await import("./lib/search/live/keeping");
  const { keepSavedSearches } = await import("./lib/search/saved/keeping");
  const { startIndex } = await import("./lib/search/live/serving");
  hourly("register", keepRegister);
  hourly("agreements", keepAgreements);
  onTime("call-offs", keepCloses);
  hourly("search", keepSearch);
  hourly("saved searches", keepSavedSearches);
  startIndex();
}

/** A fault of a page, an action or a route: logged with what an operator needs to find it, and nothing of what was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFault } = await import("./lib/identity/request/serving");
  logFault(error, request, context);
};
