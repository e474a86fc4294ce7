"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answerQuestion } from "@/lib/calloff/open/clarification/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Answers a question, for everyone. */
export async function answer(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await answerQuestion(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${encodeURIComponent(result.value.id)}/clarifications?done=answered`);
}
