"use server";

import { declareForCallOff } from "@/lib/calloff/before/conflicts/commands";
import { agreeShare, declineShare } from "@/lib/calloff/before/funding/commands/agree";
import { saveFunders } from "@/lib/calloff/before/funding/commands/save";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Who pays beside the lead, and how much of each lot. "Add" and "remove" only change the form. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "others");
  if (edited) return edited;
  const lotIds = String(typed.lots ?? "").split(",");
  const others = rows(typed, "others").map((row) => ({
    organisationId: row.organisationId,
    shares: lotIds.map((lotId, at) => ({ lotId, share: row[`shares.${at}.share`] ?? "" })),
  }));
  return goOn(typed, await saveFunders(await requireMember(), { ...typed, others }), "?done=funders");
}

/** Agrees in principle for one's own organisation, or records a conflict of interest instead. */
export async function agree(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember();
  if (typed.conflict === "conflict") return goOn(typed, await declareForCallOff(actor, typed), "?done=conflict");
  return goOn(typed, await agreeShare(actor, typed), "?done=agreed");
}

/** Declines for one's own organisation, with a reason. */
export async function decline(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await declineShare(await requireMember(), typed), "?done=declined");
}
