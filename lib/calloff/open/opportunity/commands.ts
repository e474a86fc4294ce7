import "server-only";
import { type Actor, actsFor } from "@/lib/core/actor";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { reference } from "@/lib/reference/queries";
import { mayWatch } from "./policy";
import { StopWatchInput, WatchInput } from "./schema";
import { watchProblems } from "./words";

/** The alerts of whoever acts; they are the person's own. */
async function ownWatch({ actor }: Scene) {
  const { id, organisationId } = actor;
  return id && organisationId ? { userId: id, organisationId } : { userId: "", organisationId: "" };
}
const mayOwn = (actor: Actor, { organisationId }: { organisationId: string }) =>
  mayWatch(actor) && actsFor(actor, organisationId);

/** Starts, or changes, being told of new opportunities: of which services and where; none chosen means all. */
export const startWatch = command({
  event: "opportunityWatch.start",
  input: WatchInput,
  load: ownWatch,
  allow: mayOwn,
  run: async ({ tx, now }, own, { categoryCodes, placeCodes }) => {
    const { categories, places } = await reference();
    if (categoryCodes.some((code) => !categories.find(code)))
      refuseField("categoryCodes", "Choose services from the list");
    if (placeCodes.some((code) => !places.find(code))) refuseField("placeCodes", "Choose places from the list");
    const chosen = { categoryCodes: [...new Set(categoryCodes)], placeCodes: [...new Set(placeCodes)] };
    await tx.opportunityWatch.upsert({
      where: { userId: own.userId },
      create: { ...own, ...chosen, startedAt: now },
      update: { organisationId: own.organisationId, ...chosen },
      select: { userId: true },
    });
    return {
      value: { id: own.userId },
      id: own.userId,
      detail: { categories: chosen.categoryCodes.length, places: chosen.placeCodes.length },
    };
  },
});

/** Stops being told. What was told stays among the notifications. */
export const stopWatch = command({
  event: "opportunityWatch.stop",
  input: StopWatchInput,
  load: ownWatch,
  allow: mayOwn,
  run: async ({ tx }, { userId }) => {
    const { count } = await tx.opportunityWatch.deleteMany({ where: { userId } });
    if (count === 0) refuse("conflict", watchProblems.off);
    return { value: { id: userId }, id: userId, detail: {} };
  },
});
