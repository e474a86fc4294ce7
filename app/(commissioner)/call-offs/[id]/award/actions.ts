"use server";

import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { reconsiderAward } from "@/lib/calloff/decide/award/commands/reconsider";
import { type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Proposes who wins each lot. */
export async function propose(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await proposeAward(await requireMember("authority"), { ...typed, lots: rows(typed, "lots") });
  return goOn(typed, result, "?done=proposed");
}

/** Takes the award back to the moderated scores. */
export async function reconsider(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await reconsiderAward(await requireMember("authority"), typed), "/award");
}
