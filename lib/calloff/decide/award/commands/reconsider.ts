import "server-only";
import { tell } from "@/lib/core/notify";
import { recallApprovals } from "../../../before/funding/commands/award";
import { callOffStep, holdCallOff, opportunityAddress, refuseConflicted } from "../../../record/commands/step";
import { ReconsiderInput } from "../schema";
import { told } from "../words";
import { listConcerned, unsettleTenders } from "./outcomes";

/**
 * Takes an award back to the moderated scores, with a reason that stays in the history: before anybody was told, or
 * after, up to the end of the standstill. Approvals are recalled and what was set aside is let go. If tenderers had been
 * told, they are told that it no longer stands; what they were sent stays on record.
 */
export const reconsiderAward = callOffStep("reconsider", {
  input: ReconsiderInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { reason }) => {
    await refuseConflicted(scene, row.id);
    await recallApprovals(scene, row.id);
    if (row.state === "awardProposed") return { reason };
    await unsettleTenders(scene, row.id);
    for (const organisationId of await listConcerned(scene, row.id))
      await tell(
        scene,
        { organisationId, roles: ["signatory", "editor"] },
        { ...told.reconsidered(row.title), href: opportunityAddress(row) },
      );
    return { reason };
  },
});
