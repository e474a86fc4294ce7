"use server";

import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { changeSearch, deleteSearch, renewFeeds } from "@/lib/search/saved/commands/own";

export async function change(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await changeSearch(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/searches/${result.value.id}?done=changed`);
}

export async function renew(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await renewFeeds(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/searches/${result.value.id}?done=feeds`);
}

export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await deleteSearch(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect("/searches?done=deleted");
}
