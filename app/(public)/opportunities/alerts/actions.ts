"use server";

import { redirect } from "next/navigation";
import { startWatch, stopWatch } from "@/lib/calloff/open/opportunity/commands";
import { type FormState, many, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Starts, or changes, being told of new opportunities. */
export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startWatch(await requireMember(), {
    key: typed.key,
    categoryCodes: many(typed, "categoryCodes"),
    placeCodes: many(typed, "placeCodes"),
  });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect("/opportunities/alerts?done=on");
}

/** Stops being told. */
export async function stop(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await stopWatch(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect("/opportunities/alerts?done=off");
}
