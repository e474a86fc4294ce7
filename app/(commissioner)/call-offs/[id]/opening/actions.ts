"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { openTenders } from "@/lib/calloff/decide/opening/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

const sections = ["opening", "scores", "moderation"] as const;

/** Somebody says whether they have a conflict of interest, and goes on to the section that asked. */
export async function declareInterests(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await declareForCallOff(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  const back = sections.find((section) => section === typed.back) ?? "opening";
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/${back}`);
}

/** An officer takes part in opening the tenders. */
export async function open(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await openTenders(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${result.value.id}/opening?done=${result.value.outcome}`);
}
