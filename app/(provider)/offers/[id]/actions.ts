"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { acceptPurchase } from "@/lib/agreements/commands/accept";
import { declinePurchase } from "@/lib/calloff/purchase/commands/end";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Accepts the offer, and goes to the agreement that it has become. */
export async function accept(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await acceptPurchase(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/offers", "layout");
  redirect(`/agreements/${result.value.id}?done=signed`);
}

/** Declines the offer, with a reason. */
export async function decline(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await declinePurchase(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/offers", "layout");
  redirect(`/offers/${result.value.id}?done=declined`);
}
