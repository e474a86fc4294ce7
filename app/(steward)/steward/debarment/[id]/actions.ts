"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { recordCheck } from "@/lib/register/standing/commands/check";

/** Records what the debarment list says of an organisation. */
export async function check(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await recordCheck(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/debarment/${result.value.id}?recorded=yes`);
}
