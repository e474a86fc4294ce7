"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { leaveMembership } from "@/lib/register/membership/commands/leave";
import { representMembership } from "@/lib/register/membership/commands/represent";

/** Leaves a part, from the check page. */
export async function leave(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await leaveMembership(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect(`/membership/${result.value.id}`);
}

/** Says the member's side of a proposal to remove it. */
export async function represent(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await representMembership(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/membership", "layout");
  redirect(`/membership/${result.value.id}#answer`);
}
