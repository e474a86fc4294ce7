"use server";

import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { addToShortlist } from "@/lib/search/shortlist/commands/adding";

export async function add(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await addToShortlist(await requireMember("authority"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/shortlists/${result.value.id}?added=yes`);
}
