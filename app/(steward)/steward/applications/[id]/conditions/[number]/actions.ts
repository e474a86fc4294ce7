"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { recordFinding } from "@/lib/register/application/commands/find";

/** Saves the finding, and goes on to the next condition or back to the application. */
export async function find(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await recordFinding(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  const next = typed.intent === "back" ? "" : String(typed.next ?? "");
  const application = `/steward/applications/${result.value.id}`;
  redirect(/^\d{1,3}$/.test(next) ? `${application}/conditions/${next}` : `${application}#conditions`);
}
