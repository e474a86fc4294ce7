"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { appointEvaluators } from "@/lib/calloff/decide/scoring/commands/panel";
import { startEvaluation } from "@/lib/calloff/decide/scoring/commands/start";
import { type FormState, many, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Who scores, and who moderates. */
export async function appoint(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await appointEvaluators(await requireMember(), { ...typed, evaluators: many(typed, "evaluators") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/evaluators?done=appointed`);
}

/** Starts the scoring, with what was decided about tenders in doubt. */
export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startEvaluation(await requireMember(), { ...typed, decisions: rows(typed, "decisions") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/evaluators?done=started`);
}
