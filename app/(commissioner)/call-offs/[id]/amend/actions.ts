"use server";

import { amendCallOff } from "@/lib/calloff/open/amendment/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Publishes a change to the open call-off. */
export async function amend(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await amendCallOff(await requireMember(), { ...typed, callOffId: typed.id }), "?done=amended");
}
