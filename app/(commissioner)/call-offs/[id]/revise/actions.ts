"use server";

import { reviseCallOff } from "@/lib/calloff/before/conflicts/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Takes a call-off back to its draft. */
export async function revise(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await reviseCallOff(await requireMember(), typed), "?done=revised");
}
