"use server";

import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { currentActor } from "@/lib/identity/session";
import { resumeAlerts, stopAlerts } from "@/lib/search/saved/commands/by-token";

export async function stop(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await stopAlerts(await currentActor(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/unsubscribe/${typed.token}?was=${result.value.was}`);
}

export async function resume(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await resumeAlerts(await currentActor(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/unsubscribe/${typed.token}?done=again`);
}
