"use server";

import { failCallOff } from "@/lib/calloff/decide/ending/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Ends the call-off because no tender came, or none is suitable. */
export async function fail(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await failCallOff(await requireMember("authority"), typed), "?done=unsuccessful");
}
