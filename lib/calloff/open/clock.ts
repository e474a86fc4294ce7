import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { inTurn, together } from "../record/gate";
import { opportunityVisibleTo } from "../record/policy";
import { isOpen } from "./rules";

/**
 * A published call-off as a provider acts on it: its row is locked, so that a close, a withdrawal or an amendment at the same
 * moment comes wholly before or wholly after. `alone` also keeps out others who do the same. Null for what the actor may not
 * see. Whether it still takes what is brought is for `refuseClosed` to say.
 */
export async function holdOpen({ tx, actor }: Pick<Scene, "tx" | "actor">, id: string, { alone = false } = {}) {
  await (alone ? inTurn : together)({ tx }, id);
  if (alone) await tx.$queryRaw`select 1 from "CallOff" where "id" = ${id}::uuid for no key update`;
  else await tx.$queryRaw`select 1 from "CallOff" where "id" = ${id}::uuid for share`;
  return tx.callOff.findFirst({
    where: { id, AND: opportunityVisibleTo(actor) },
    select: {
      id: true,
      reference: true,
      title: true,
      state: true,
      route: true,
      organisationId: true,
      clarifyUntil: true,
      closesAt: true,
    },
  });
}

/** Refuses what comes when the call-off is closed by the database's clock, whatever its row still says. */
export function refuseClosed(row: { state: string; closesAt: Date | null }, { now }: Pick<Scene, "now">) {
  if (!isOpen(row, now)) refuse("conflict", "This call-off is closed.");
}
