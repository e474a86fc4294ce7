import "server-only";
import { system } from "@/lib/core/actor";
import { londonDay } from "@/lib/core/values/moment";
import { endAgreement, expireAgreement } from "./commands/moves";
import { listDue } from "./queries";

/** What was done: agreements that came near their end, and agreements that ended. */
export type Kept = { expiring: number; ended: number };

/** Does what agreements do by the calendar. Several processes may do it at once: each row moves once. */
export async function keepAgreements(now = new Date()): Promise<Kept> {
  const kept = { expiring: 0, ended: 0 };
  for (const { id, event } of await listDue(system, londonDay(now))) {
    const { ok } = event === "expire" ? await expireAgreement(system, { id }) : await endAgreement(system, { id });
    if (ok && event === "expire") kept.expiring += 1;
    if (ok && event === "end") kept.ended += 1;
  }
  return kept;
}
