"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  endAgreement,
  expireAgreement,
  mobiliseAgreement,
  startAgreement,
  terminateAgreement,
} from "@/lib/agreements/commands/moves";
import { signAgreement } from "@/lib/agreements/commands/sign";
import type { Result } from "@/lib/core/door/result";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Signs the agreement for one's own side. */
export async function sign(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await signAgreement(await requireMember(), typed);
  return goOn(typed, result, result.ok && result.value.both ? "bound" : "one");
}

/** Says that getting ready has begun. */
export async function mobilise(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await mobiliseAgreement(await requireMember(), typed), "moved");
}

/** Says that the service is running. */
export async function goLive(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await startAgreement(await requireMember(), typed), "moved");
}

/** Says that the agreement is in its last 90 days. */
export async function expire(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await expireAgreement(await requireMember(), typed), "moved");
}

/** Closes the agreement at its end. */
export async function end(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await endAgreement(await requireMember(), typed), "moved");
}

/** Stops the agreement before its date. */
export async function terminate(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await terminateAgreement(await requireMember(), typed), "stopped");
}

function goOn(typed: Typed, result: Result<unknown>, done: string): FormState {
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/agreements", "layout");
  redirect(`/agreements/${encodeURIComponent(String(typed.id))}?done=${done}`);
}
