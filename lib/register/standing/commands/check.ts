import "server-only";
import { command } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { mayCheck } from "../policy";
import { CheckInput } from "../schema";

/**
 * Records a look at the debarment list: the day, and what it says of an organisation. Nothing of it changes later; the
 * newest look is the one that counts. Refuses a day to come.
 */
export const recordCheck = command({
  event: "debarment.check",
  input: CheckInput,
  load: async ({ tx }, { organisationId }) => {
    const found = await tx.organisation.findFirst({
      where: { id: organisationId, kind: "provider" },
      select: { id: true },
    });
    return found && { organisationId: found.id };
  },
  allow: mayCheck,
  run: async ({ tx, actor, now }, { organisationId }, { checkedOn, listed, ground, entry, note }) => {
    if (checkedOn > londonDay(now)) refuseField("checkedOn", "The day must be today or before");
    const id = newId();
    await tx.debarmentCheck.create({
      data: {
        id,
        organisationId,
        checkedOn: asDate(checkedOn),
        listed,
        ground,
        entry,
        note,
        checkedById: actor.id ?? "",
        checkedAt: now,
      },
    });
    return { value: { id: organisationId }, id, detail: { organisationId, checkedOn, listed, ground } };
  },
});
