"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { recordGroundFinding } from "@/lib/register/application/decision/commands/ground";

/** Saves what was found about an exclusion ground, and goes back to the application. */
export async function findGround(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await recordGroundFinding(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}#grounds`);
}
