"use server";

import { assessConflicts, declareForCallOff, saveConflictsAssessment } from "@/lib/calloff/before/conflicts/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Writes down how conflicts of interest were assessed. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await saveConflictsAssessment(await requireMember(), typed), "/conflicts?done=saved");
}

/** Says whether one has a conflict of interest oneself. */
export async function declare(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await declareForCallOff(await requireMember(), typed), "/conflicts?done=declared");
}

/** Says that conflicts are assessed, and asks the funders. */
export async function assess(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await assessConflicts(await requireMember(), typed), "?done=asked");
}
