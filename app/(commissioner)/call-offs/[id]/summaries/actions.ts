"use server";

import { notifyTenderers } from "@/lib/calloff/decide/summary/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Sends every assessment summary at one moment. */
export async function notify(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await notifyTenderers(await requireMember("authority"), typed), "?done=notified");
}
