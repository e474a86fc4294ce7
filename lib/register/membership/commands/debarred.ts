import "server-only";
import { refuse } from "@/lib/core/door/result";
import { asDay } from "@/lib/core/values/moment";
import { noticeOfChange } from "../../notice/commands";
import { reportWithin } from "../../standing/commands/report";
import { newestCheck } from "../../standing/queries";
import { mustGo } from "../../standing/rules";
import { checkRule } from "../../standing/words";
import { ReasonedInput } from "../schema";
import { load, step, tellMember, today } from "./step";

/**
 * Removes a member that is on the debarment list on a mandatory ground, at once: the one removal that is a duty
 * (Procurement Act 2023, s37(1)). Refuses without a look at the list that says so and still holds.
 */
export const removeDebarred = step("removeDebarred", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    const { id, organisationId, partId, part } = row;
    const check = await newestCheck(scene.actor, organisationId, scene.tx);
    if (!check || !mustGo(check, today(scene)))
      return refuse(
        "conflict",
        `The debarment list does not say that it must go. Look it up again and record it first. ${checkRule}`,
      );
    const said = `On the debarment list on a mandatory ground: ${check.entry}. ${reason}`;
    await scene.tx.membership.update({
      where: { id },
      data: { reason: said, endsOn: null, proposedById: null, proposedGround: null, endedById: scene.actor.id },
    });
    await tellMember(scene, row, `Removed: ${part.title}`, `${said} The law says that we must (section 37).`);
    await reportWithin(scene, { organisationId, membershipId: id, why: `Removed from ${part.title}. ${said}` });
    await noticeOfChange(scene, { organisationId, partIds: [partId], joined: false });
    return { checkedOn: asDay(check.checkedOn) };
  },
});
