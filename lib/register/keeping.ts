import "server-only";
import { system } from "@/lib/core/actor";
import { log } from "@/lib/core/log";
import { endSuspensions } from "./membership/commands/end-suspensions";
import { makeStale } from "./service/commands/stand";
import { listUnconfirmed } from "./service/queries";
import { STALE_AFTER_DAYS } from "./service/rules";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What was done: suspensions that ended, and services that were hidden for want of a word. */
export type Kept = { ended: number; hidden: number };

/** Does what the register does by the clock. Several processes may do it at once: each row moves once. */
export async function keepRegister(now = new Date()): Promise<Kept> {
  const ended = await endSuspensions(now);
  const confirmedBefore = new Date(now.getTime() - STALE_AFTER_DAYS * DAY);
  let hidden = 0;
  for (const { id } of await listUnconfirmed(system, confirmedBefore)) {
    const { ok } = await makeStale(system, { serviceId: id, confirmedBefore });
    if (ok) hidden += 1;
  }
  return { ended, hidden };
}

/** Keeps the register once an hour while the server runs. Gives back a function that ends it. */
export function startKeeping(): () => void {
  const keep = () =>
    void keepRegister().then(
      ({ ended, hidden }) => ended + hidden > 0 && log.info({ ended, hidden }, "The register was kept"),
      (error: unknown) =>
        log.error({ fault: error instanceof Error ? error.name : "unknown" }, "The register could not be kept"),
    );
  const timer = setInterval(keep, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
