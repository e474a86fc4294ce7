"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { markReportSent } from "@/lib/register/standing/commands/report";

/** Marks the report as sent, and goes back to those that are left. */
export async function sent(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await markReportSent(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect("/steward/reports");
}
