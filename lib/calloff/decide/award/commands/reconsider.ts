import "server-only";
import { recallApprovals } from "../../../before/funding/commands/award";
import { concerned, tellProviders } from "../../../open/telling";
import { callOffStep, holdCallOff, opportunityAddress, refuseConflicted } from "../../../record/commands/step";
import { ReconsiderInput } from "../schema";
import { told } from "../words";
import { unsettleTenders } from "./outcomes";

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
    await tellProviders(scene, await concerned(scene, row.id), {
      ...told.reconsidered(row.title),
      href: opportunityAddress(row),
    });
    return { reason };
  },
});
