"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { handOverApplication } from "@/lib/register/application/commands/hand-over";

/** Hands the application to a named colleague. */
export async function handOver(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await handOverApplication(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}`);
}
