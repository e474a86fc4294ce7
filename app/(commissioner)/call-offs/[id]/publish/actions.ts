"use server";

import { publishCallOff } from "@/lib/calloff/open/publish/commands/publish";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Publishes the call-off. */
export async function publish(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await publishCallOff(await requireMember(), typed), "?done=published");
}
