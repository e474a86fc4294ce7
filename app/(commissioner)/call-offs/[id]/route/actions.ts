"use server";

import { chooseRoute } from "@/lib/calloff/route/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Chooses how a supplier is found. */
export async function choose(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await chooseRoute(await requireMember(), typed), "?done=route");
}
