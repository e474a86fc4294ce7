"use server";

import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { approveAward, refuseAward } from "@/lib/calloff/before/funding/commands/award";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Approves the award for one's own organisation, or records a conflict of interest instead. */
export async function approve(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember();
  if (typed.conflict === "conflict") return goOn(typed, await declareForCallOff(actor, typed), "?done=conflict");
  return goOn(typed, await approveAward(actor, typed), "?done=approved");
}

/** Refuses the award for one's own organisation, with a reason. */
export async function refuse(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await refuseAward(await requireMember(), typed), "?done=refused");
}
