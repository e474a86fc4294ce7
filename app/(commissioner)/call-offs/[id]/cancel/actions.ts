"use server";

import { cancelCallOff } from "@/lib/calloff/decide/ending/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Ends the call-off after its close, with a reason. */
export async function cancel(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await cancelCallOff(await requireMember("authority"), typed), "?done=cancelled");
}
