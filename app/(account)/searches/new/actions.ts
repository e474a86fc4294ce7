"use server";

import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { saveSearch } from "@/lib/search/saved/commands/own";
import { takeStock } from "@/lib/search/saved/keeping";

export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveSearch(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  await takeStock(result.value.id);
  redirect(`/searches/${result.value.id}?done=saved`);
}
