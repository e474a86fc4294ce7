"use server";

import { redirect } from "next/navigation";
import { spend } from "@/lib/core/process/limits";
import { type FormState, values } from "@/lib/core/values/form";
import { passSecondStep } from "@/lib/identity/commands/factor";
import { localPath } from "@/lib/identity/rules";
import { keepSession, requireSignedIn } from "@/lib/identity/session";
import { tooMany } from "@/lib/identity/words";

export async function giveCode(_before: FormState, form: FormData): Promise<FormState> {
  const { who, actor } = await requireSignedIn();
  const { next, code } = values(form);
  const typed = { next: localPath(next) };
  const spent = await spend("code", who.userId);
  if (!spent.ok) return { refusal: tooMany(spent.retryAfter), values: typed };
  const result = await passSecondStep(actor, { sessionId: who.sessionId, code });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  await keepSession(result.value);
  redirect(`/sign-in/done?${new URLSearchParams(typed)}`);
}
