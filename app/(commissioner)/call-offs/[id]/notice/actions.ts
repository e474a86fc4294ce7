"use server";

import { publishAward } from "@/lib/calloff/decide/standstill/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Publishes the award notice; the standstill begins. */
export async function publishNotice(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await publishAward(await requireMember("authority"), typed), "?done=standstill");
}
