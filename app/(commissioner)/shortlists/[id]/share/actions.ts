"use server";

import { redirect } from "next/navigation";
import { type FormState, many, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { shareShortlist, unshareShortlist } from "@/lib/search/shortlist/commands/sharing";

export async function share(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const input = { ...typed, organisationIds: many(typed, "organisationIds") };
  const result = await shareShortlist(await requireMember("authority"), input);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/shortlists/${result.value.id}`);
}

export async function unshare(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await unshareShortlist(await requireMember("authority"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/shortlists/${result.value.id}`);
}
