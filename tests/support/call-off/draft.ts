import { saveLot } from "@/lib/calloff/before/lots/commands";
import { saveNeed } from "@/lib/calloff/before/need/commands/save";
import { startCallOff } from "@/lib/calloff/before/need/commands/start";
import { db } from "@/lib/core/db";
import { done } from "../world.calloff";
import type { Players } from "./world";

const term = { startsOn: "2028-04-01", endsOn: "2028-06-30" };

/** A need as its form sends it. */
export const need = (more: Record<string, unknown> = {}) => ({
  ...{ title: "Homes", need: "A home on the day of release.", forWhom: "Adults", ...term },
  ...{ outcomeCodes: ["accommodation.settled-home"], socialValueStatement: "Jobs nearby." },
  ...{ barriersConsidered: "Short forms.", extensionMonths: "", ...more },
});

/** A lot as its form sends it. */
export const lot = (more: Record<string, unknown> = {}) => ({
  ...{ title: "London", description: "", categoryCode: "accommodation", placeCodes: ["region-london"], unit: "week" },
  ...{ budgetPence: "600,000", extensionPence: "", fill: "same", sameVolume: "10", months: [], ...more },
});

/** Which draft is edited, at the version that it now has. */
export const edit = async (id: string) => {
  const { version } = await db.callOff.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return { id, version: String(version) };
};

/** Starts a call-off through the door. */
export const start = async ({ commissioner }: Players, more: Record<string, unknown> = {}) =>
  done(await startCallOff(commissioner, { title: "Homes for people", instrument: "contract", ...more })).id;

/** A draft with its need written. */
export async function drafted(world: Players, more: Record<string, unknown> = {}) {
  const id = await start(world, more);
  done(await saveNeed(world.commissioner, { ...(await edit(id)), ...need() }));
  return id;
}

/** A draft with its need and one lot. */
export async function withLot(world: Players, more: Record<string, unknown> = {}) {
  const id = await drafted(world);
  const { lotId } = done(await saveLot(world.commissioner, { ...(await edit(id)), ...lot(more) }));
  return { id, lotId };
}
