"use server";

import { withdrawCallOff } from "@/lib/calloff/open/publish/commands/withdraw";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Takes the call-off back. */
export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await withdrawCallOff(await requireMember(), typed), "?done=withdrawn");
}
