"use server";

import { redirect } from "next/navigation";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { approveAward, refuseAward } from "@/lib/calloff/before/funding/commands/award";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { pickedIn, toMakeBudget } from "../../../budgets/way";
import { goOn } from "../after";

/** Approves the award for one's own organisation, or records a conflict of interest, or goes to make a budget that is lacking. */
export async function approve(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember();
  const making = toMakeBudget(typed, `/call-offs/${typed.id}/approve`);
  if (making) redirect(making);
  if (typed.conflict === "conflict") return goOn(typed, await declareForCallOff(actor, typed), "?done=conflict");
  return goOn(typed, await approveAward(actor, { ...typed, budgets: pickedIn(typed) }), "?done=approved");
}

/** Refuses the award for one's own organisation, with a reason. */
export async function refuse(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await refuseAward(await requireMember(), typed), "?done=refused");
}
