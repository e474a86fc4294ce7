"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { lockQuality, reviseConsensus, saveConsensus } from "@/lib/calloff/decide/scoring/commands/moderate";
import { type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** What the evaluators agree about one tender. */
export async function agree(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveConsensus(await requireMember(), { ...typed, scores: rows(typed, "scores") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/moderation?done=saved`);
}

/** Locks quality, which opens the prices. */
export async function lock(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await lockQuality(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/ranking?done=locked`);
}

/** Changes one consensus after the lock, with a reason. */
export async function revise(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await reviseConsensus(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/moderation?done=revised`);
}
