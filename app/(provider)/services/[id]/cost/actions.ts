"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { saveCosts } from "@/lib/register/service/cost/commands";

/** Keeps what the service costs, and shows the price that covers it. */
export async function workOut(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const edited = changedRows(typed, "posts") ?? changedRows(typed, "others");
  if (edited) return edited;
  const result = await saveCosts(actor, { ...typed, posts: rows(typed, "posts"), others: rows(typed, "others") });
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath(`/services/${result.value.id}/cost`);
  redirect(`/services/${result.value.id}/cost#price`);
}
