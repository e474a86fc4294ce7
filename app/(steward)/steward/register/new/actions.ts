"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { designRegister } from "@/lib/register/market/commands/design";

export async function design(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await designRegister(await requireMember("steward"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward/register", "layout");
  redirect(`/steward/register/${result.value.id}`);
}
