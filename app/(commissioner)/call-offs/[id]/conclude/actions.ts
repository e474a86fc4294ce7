"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { concludeCallOff } from "@/lib/agreements/commands/conclude";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Concludes the call-off and draws up its agreements. */
export async function conclude(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await concludeCallOff(await requireMember("authority"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/agreements", "layout");
  redirect(`/call-offs/${encodeURIComponent(String(typed.id))}/conclude?done=concluded`);
}
