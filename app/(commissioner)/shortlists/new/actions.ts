"use server";

import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { createShortlist } from "@/lib/search/shortlist/commands/adding";

export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await createShortlist(await requireMember("authority"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/shortlists/${result.value.id}`);
}
