import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";
import { matches } from "./matches";
import type { ForecastLot } from "./rules";

/** Who could answer each lot of a call-off, as it stands now; null when the actor may not see it. */
export async function findForecast(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const callOff = await db.callOff.findFirst({
    where: { id, AND: fileVisibleTo(actor) },
    select: {
      ...{ id: true, reference: true, title: true, state: true, instrument: true, organisationId: true },
      ...{ engagementOpenedAt: true },
    },
  });
  if (!callOff) return null;
  const lots: ForecastLot[] = await matches(db, id);
  return { ...callOff, lots };
}
export type FoundForecast = NonNullable<Awaited<ReturnType<typeof findForecast>>>;
