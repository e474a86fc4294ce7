"use server";

import { redirect } from "next/navigation";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Starts a purchase, and goes on to how much is needed. */
export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startPurchase(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/purchases/${result.value.id}/lines`);
}
