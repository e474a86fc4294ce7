"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { withdrawEvidence } from "@/lib/register/evidence/commands/withdraw";

export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await withdrawEvidence(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/evidence", "layout");
  return redirect("/evidence?show=withdrawn");
}
