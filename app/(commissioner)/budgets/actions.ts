"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changeBudget, createBudget, setSpotAllowance } from "@/lib/calloff/budget/commands";
import type { Result } from "@/lib/core/door/result";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { keptIn, wayBack } from "./way";

/** Makes a budget; then back to the approval that lacked it, with what was picked there. */
export async function create(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await createBudget(await requireMember(), typed);
  const back = wayBack(String(typed.back ?? ""));
  const kept = [...keptIn(String(typed.kept ?? "")), ...(result.ok ? [result.value.id] : [])].join(",");
  return goOn(typed, result, back ? `${back}?budget=${kept}` : "/budgets?done=made");
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
