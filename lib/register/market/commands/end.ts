import "server-only";
import { system } from "@/lib/core/actor";
import { londonDay } from "@/lib/core/values/moment";
import { listOver } from "../queries";
import { endRegister } from "./publish";

/** Publishes the end of each register whose last day has passed. Gives how many ended. */
export async function endRegisters(now = new Date()): Promise<number> {
  let ended = 0;
  for (const { id } of await listOver(system, londonDay(now))) {
    const { ok } = await endRegister(system, { registerId: id });
    if (ok) ended += 1;
  }
  return ended;
}
