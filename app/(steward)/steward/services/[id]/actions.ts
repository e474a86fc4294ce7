"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { approveService, returnService } from "@/lib/register/service/commands/review";

/** Publishes what a member sent. */
export async function approve(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await approveService(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect("/steward/services");
}

/** Sends it back with what must change. */
export async function sendBack(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await returnService(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect("/steward/services");
}
