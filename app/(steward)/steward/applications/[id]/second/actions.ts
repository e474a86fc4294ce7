"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { agreeDecision, disagreeDecision } from "@/lib/register/application/decision/commands/second";

/** A second assessor agrees, and the decision takes effect. */
export async function agree(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await agreeDecision(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect(`/steward/applications/${result.value.id}`);
}

/** A second assessor sends it back, with a reason. */
export async function disagree(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await disagreeDecision(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}#notes`);
}
