"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, rows, values } from "@/lib/core/form";
import { requireMember } from "@/lib/identity/session";
import { establishRegister } from "@/lib/register/market/commands";

/** Establishes the register with the conditions as they are worded in the form. */
export async function establish(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await establishRegister(await requireMember(), { ...typed, conditions: rows(typed, "conditions") });
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect("/steward/register");
}
