import "server-only";
import { concludesFrom, isOver } from "@/lib/calloff/decide/standstill/rules";
import type { HeldCallOff } from "@/lib/calloff/record/commands/step";
import type { Scene } from "@/lib/core/command";
import { day } from "@/lib/core/format";
import { asDay, londonDay } from "@/lib/core/moment";
import { refuse } from "@/lib/core/result";

/** Refuses (conflict) to conclude before the standstill is over, and while a challenge to the award is open. */
export async function refuseEarlyConclusion({ tx, now }: Scene, row: HeldCallOff) {
  if (row.state !== "standstill") return;
  const endsOn = asDay(row.standstillEndsOn);
  if (!endsOn) refuse("conflict", "The award notice is not out yet.");
  if (endsOn && !isOver(endsOn, row.standstillDays, londonDay(now)))
    refuse("conflict", `The standstill is over on ${day(concludesFrom(endsOn, row.standstillDays))}.`);
  const open = await tx.challenge.count({ where: { callOffId: row.id, state: "open" } });
  if (open > 0) refuse("conflict", "A challenge to this award is open. Decide it before you conclude.");
}
