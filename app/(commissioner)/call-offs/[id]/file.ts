import { notFound } from "next/navigation";
import { cache } from "react";
import { mayRun } from "@/lib/calloff/record/policy";
import { type CallOffFile, findCallOff } from "@/lib/calloff/record/queries/find";
import type { Member } from "@/lib/core/actor";
import { requireBuyer } from "../../purchases/reader";

type Requested = { actor: Member; callOff: CallOffFile; editable: boolean };

/** The file of a call-off for whoever may read it, and whether this person may write its draft now. To others it does not exist. */
export const requireFile = cache(async (id: string): Promise<Requested> => {
  const actor = await requireBuyer();
  const callOff = (await findCallOff(actor, id)) ?? notFound();
  return { actor, callOff, editable: mayRun(actor, callOff) && callOff.state === "draft" };
});
