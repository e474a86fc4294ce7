import "server-only";
import { system } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { log } from "@/lib/core/process/log";
import type { Round } from "@/lib/core/process/on-time";
import { closeCallOff } from "./commands/close";
import { listDue, untilNextClose } from "./queries";

/** How many call-offs were closed. */
export type Kept = { closed: number };

/**
 * Closes every call-off whose close has passed by the database's clock. No tender comes in after the close whatever the row
 * says, and opening closes first. Several processes may do it at once: each row moves once. A fault of one is logged and
 * keeps no other waiting.
 */
export async function closeDue(now = pretendedNow()): Promise<Kept> {
  let closed = 0;
  for (const { id } of await listDue(system, now)) {
    const result = await closeCallOff(system, { id }).catch((fault: unknown) =>
      log.error({ callOffId: id, fault: fault instanceof Error ? fault.name : "unknown" }, "A call-off did not close"),
    );
    if (result?.ok) closed += 1;
  }
  return { closed };
}

/** The same, with how many milliseconds there are until the next close: what the clock of the server asks for. */
export async function keepCloses(): Promise<Round> {
  return { done: await closeDue(), next: await untilNextClose(system) };
}
