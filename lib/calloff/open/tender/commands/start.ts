import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { nextReference } from "@/lib/core/values/reference-number";
import { together } from "../../../record/gate";
import { opportunityVisibleTo } from "../../../record/policy";
import { entryOf } from "../entry";
import { mayWrite } from "../policy";
import { takesTenders } from "../rules";
import { StartInput } from "../schema";
import { problems } from "../words";
import { clockNow } from "./step";

/**
 * Begins a tender for an open call-off, for the organisation that the actor acts for; one that is begun already is given
 * back. Refuses after the close, and an organisation that the route does not let in, with what it can do about it.
 */
export const startTender = command({
  event: "tender.start",
  input: StartInput,
  load: async ({ tx, actor }, { callOffId }) => {
    await together({ tx }, callOffId);
    await tx.$queryRaw`select 1 from "CallOff" where "id" = ${callOffId}::uuid for share`;
    return tx.callOff.findFirst({
      where: { id: callOffId, AND: opportunityVisibleTo(actor) },
      select: {
        id: true,
        state: true,
        closesAt: true,
        route: true,
        registerId: true,
        lots: { select: { id: true, categoryCode: true } },
      },
    });
  },
  allow: mayWrite,
  run: async (scene, callOff) => {
    const { tx, actor } = scene;
    const [organisationId, createdById] = [actor.organisationId, actor.id];
    if (!organisationId || !createdById) return refuse("forbidden", problems.notYours);
    const begun = await tx.tender.findUnique({
      where: { callOffId_organisationId: { callOffId: callOff.id, organisationId } },
      select: { id: true },
    });
    if (begun) return { value: { id: begun.id }, id: begun.id, detail: { callOffId: callOff.id, again: true } };
    const now = await clockNow(scene);
    if (!takesTenders(callOff, now)) refuse("conflict", problems.closed);
    const { problem } = await entryOf(tx, organisationId, callOff);
    if (problem) refuse("conflict", problem);
    const id = newId(now.getTime());
    await tx.tender.create({
      data: {
        id,
        reference: await nextReference(scene, "TT"),
        callOffId: callOff.id,
        organisationId,
        createdById,
        createdAt: now,
      },
      select: { id: true },
    });
    return { value: { id }, id, detail: { callOffId: callOff.id } };
  },
});
