import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import { pounds } from "@/lib/core/values/format";
import { nameOf } from "../commands/draft";
import { mayEdit, visibleTo } from "../policy";
import { unitWords } from "../words";
import { fullCost } from "./rules";
import { CostInput, inputsOf, toKeep } from "./schema";

/**
 * Keeps what a service costs and the price that covers it, for its own provider alone. Refuses what a colleague has
 * changed since (`edit` is nought at first), and costs that no price could cover.
 */
export const saveCosts = command({
  event: "service.saveCosts",
  input: CostInput,
  load: ({ tx, actor }, { serviceId }) =>
    tx.service.findFirst({
      where: { id: serviceId, AND: visibleTo(actor) },
      select: { id: true, organisationId: true },
    }),
  allow: mayEdit,
  run: async ({ tx, actor, now }, { id }, { serviceId: _, edit, ...typed }) => {
    await tx.$queryRaw`select 1 from "Service" where "id" = ${id}::uuid for update`;
    const inputs = inputsOf(typed);
    const cost =
      fullCost(inputs) ?? refuseField("units", "No hour is left to deliver in. Say how many units there are");
    const editedById = actor.id ?? refuse("forbidden", "You cannot do that.");
    const late = await tx.costWorking.findUnique({ where: { serviceId: id } });
    if ((late?.edit ?? 0) !== edit)
      return late
        ? refuseChanged({
            by: await nameOf(tx, late.editedById),
            at: late.editedAt.toISOString(),
            version: late.edit,
            values: { "Price worked out": `${pounds(late.suggestedPence)} ${unitWords[late.unit].per}` },
          })
        : refuse("conflict", "Open the page again.");
    const data = {
      ...{ unit: inputs.unit, inputs: toKeep(inputs), suggestedPence: cost.unitPence },
      ...{ edit: edit + 1, editedById, editedAt: now },
    };
    await tx.costWorking.upsert({ where: { serviceId: id }, create: { serviceId: id, ...data }, update: data });
    return { value: { id }, id, detail: { edit: edit + 1 } };
  },
});
