"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { finishScoring, saveScores } from "@/lib/calloff/decide/scoring/commands/score";
import { type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** An evaluator's own scores, one page of them. */
export async function score(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveScores(await requireMember(), { ...typed, scores: rows(typed, "scores") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/scores?done=saved`);
}

/** An evaluator says that all their scores are final. */
export async function finish(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await finishScoring(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/scores?done=finished`);
}
