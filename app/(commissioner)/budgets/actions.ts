"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changeBudget, createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import type { Result } from "@/lib/core/door/result";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Makes a budget. */
export async function create(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await createBudget(await requireMember(), typed), "/budgets?done=made");
}

/** Changes the amount of a budget. */
export async function change(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await changeBudget(await requireMember(), typed);
  return goOn(typed, result, `/budgets/${encodeURIComponent(String(typed.id))}?done=changed`);
}

/** Sets the yearly limit. */
export async function limit(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await setSpotAllowance(await requireMember(), typed), "/budgets?done=limit");
}

function goOn(typed: Typed, result: Result<unknown>, where: string): FormState {
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/budgets", "layout");
  redirect(where);
}
