import "server-only";
import { system } from "@/lib/core/actor";
import { londonDay } from "@/lib/core/values/moment";
import { listSuspensionsOver } from "../queries";
import { resumeMembership } from "./suspend";

/** Ends the suspensions whose last day has passed, each by the same command as a steward's. Gives how many ended. */
export async function endSuspensions(now = new Date()): Promise<number> {
  const over = await listSuspensionsOver(system, londonDay(now));
  let ended = 0;
  for (const { id } of over) {
    const { ok } = await resumeMembership(system, { membershipId: id });
    if (ok) ended += 1;
  }
  return ended;
}
