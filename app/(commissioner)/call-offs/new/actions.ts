"use server";

import { redirect } from "next/navigation";
import { startCallOff } from "@/lib/calloff/before/need/commands/start";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Starts a call-off, and goes on to its task list. */
export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startCallOff(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/call-offs/${result.value.id}?done=started`);
}
