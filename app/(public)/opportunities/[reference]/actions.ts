"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { askQuestion } from "@/lib/calloff/open/clarification/commands";
import { declineInvitation, intendToTender } from "@/lib/calloff/open/invitation/commands/answer";
import type { Result } from "@/lib/core/door/result";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Says that one's organisation means to tender. */
export async function intend(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await intendToTender(await requireMember(), typed), "?done=intends");
}

/** Says that one's organisation will not tender, and why. */
export async function decline(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await declineInvitation(await requireMember(), typed), "?done=declined");
}

/** Asks a question, without saying who asks. */
export async function ask(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await askQuestion(await requireMember(), typed), "?done=asked#questions");
}

function goOn(typed: Typed, result: Result<unknown>, where: string): FormState {
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/opportunities", "layout");
  redirect(`/opportunities/${encodeURIComponent(String(typed.reference))}${where}`);
}
