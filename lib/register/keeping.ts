import "server-only";
import { system } from "@/lib/core/actor";
import { type EvidenceKept, keepEvidence } from "./evidence/keeping";
import { endRegisters } from "./market/commands/end";
import { endSuspensions } from "./membership/commands/end-suspensions";
import { takeUpRates } from "./service/commands/rates-later";
import { makeStale } from "./service/commands/stand";
import { listUnconfirmed } from "./service/queries";
import { STALE_AFTER_DAYS } from "./service/rules";

const DAY = 86_400_000;

/** What was done: suspensions that ended, services that were hidden for want of a word, and what files and answers needed. */
export type Kept = { ended: number; hidden: number } & EvidenceKept;

/** Does what the register does by the clock. Several processes may do it at once: each row moves once. */
export async function keepRegister(now = new Date()): Promise<Kept> {
  const ended = await endSuspensions(now);
  await takeUpRates(now);
  await endRegisters(now);
  const confirmedBefore = new Date(now.getTime() - STALE_AFTER_DAYS * DAY);
  let hidden = 0;
  for (const { id } of await listUnconfirmed(system, confirmedBefore)) {
    const { ok } = await makeStale(system, { serviceId: id, confirmedBefore });
    if (ok) hidden += 1;
  }
  return { ended, hidden, ...(await keepEvidence(now)) };
}
