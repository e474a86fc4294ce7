import "server-only";
import { system } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { closeCallOff } from "./commands/close";
import { listDue } from "./queries";

/** How many call-offs were closed. */
export type Kept = { closed: number };

/**
 * Closes every call-off whose close has passed. Nothing hangs on when this runs: no tender comes in after the close whatever
 * the row says, and opening closes first. Several processes may do it at once: each row moves once.
 */
export async function closeDue(now = pretendedNow() ?? new Date()): Promise<Kept> {
  let closed = 0;
  for (const { id } of await listDue(system, now)) if ((await closeCallOff(system, { id })).ok) closed += 1;
  return { closed };
}
