"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { approveShare, refuseShare } from "@/lib/calloff/approval/commands";
import { declareConflict, withdrawPurchase } from "@/lib/calloff/purchase/commands/end";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveDetails, saveFunders, saveLines } from "@/lib/calloff/purchase/commands/save";
import type { Result } from "@/lib/core/door/result";
import { changedRows, type FormState, rows, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { pickedIn, toMakeBudget } from "../../budgets/way";

/** How much is needed; then who pays, or back to the check. */
export async function lines(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveLines(await requireMember(), { ...typed, lines: rows(typed, "lines") });
  return goOn(typed, result, typed.next === "check" ? "/check" : "/funders");
}

/** Who pays beside the buyer. "Add" and "remove" only change the form. */
export async function funders(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "others");
  if (edited) return edited;
  const result = await saveFunders(await requireMember(), { ...typed, others: rows(typed, "others") });
  return goOn(typed, result, "/check");
}

/** What it is for, where and when. */
export async function details(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await saveDetails(await requireMember(), typed), "/check");
}

/** Proposes the purchase, or records a conflict of interest instead. */
export async function propose(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember();
  if (typed.conflict === "some") return goOn(typed, await declareConflict(actor, typed), "?done=conflict");
  return goOn(typed, await proposePurchase(actor, typed), "?done=proposed");
}

/** Approves the share of one's own organisation, or records a conflict of interest, or goes to make a budget that is lacking. */
export async function approve(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember();
  const making = toMakeBudget(typed, `/purchases/${typed.id}/approve`);
  if (making) redirect(making);
  if (typed.conflict === "some") return goOn(typed, await declareConflict(actor, typed), "?done=conflict");
  return goOn(typed, await approveShare(actor, { ...typed, budgets: pickedIn(typed) }), "?done=approved");
}

/** Refuses the share of one's own organisation. */
export async function refuse(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await refuseShare(await requireMember(), typed), "?done=refused");
}

/** Takes the purchase back. */
export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await withdrawPurchase(await requireMember(), typed), "?done=withdrawn");
}

/** Back to the form with why it was refused, or on to the next page of this purchase. */
function goOn(typed: Typed, result: Result<unknown>, where: string): FormState {
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/purchases", "layout");
  redirect(`/purchases/${encodeURIComponent(String(typed.id))}${where}`);
}
