import "server-only";
import { system } from "@/lib/core/actor";
import { endSuspensions } from "./membership/commands/end-suspensions";
import { makeStale } from "./service/commands/stand";
import { listUnconfirmed } from "./service/queries";
import { STALE_AFTER_DAYS } from "./service/rules";

const DAY = 86_400_000;

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
