import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import type { CostInputs } from "./rules";
import { KeptCosts } from "./schema";

export type Costs = { inputs: CostInputs; edit: number; editedAt: Date };

/**
 * What a service costs, as its provider worked it out. Only for the people of that provider: to stewards, auditors and
 * buyers it does not exist.
 */
export async function findCosts(actor: Actor, serviceId: string): Promise<Costs | null> {
  if (!isId(serviceId) || actor.kind !== "provider") return null;
  const row = await db.costWorking.findFirst({
    where: { serviceId, service: { organisationId: actor.organisationId } },
    select: { inputs: true, edit: true, editedAt: true },
  });
  const read = KeptCosts.safeParse(row?.inputs);
  return row && read.success ? { inputs: read.data, edit: row.edit, editedAt: row.editedAt } : null;
}
