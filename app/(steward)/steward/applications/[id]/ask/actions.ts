"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { askAbout } from "@/lib/register/application/commands/query";

/** Sends one question, and goes back to the application where it stands. */
export async function ask(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await askAbout(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}#questions`);
}
