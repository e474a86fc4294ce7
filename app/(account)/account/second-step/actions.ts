"use server";

import { redirect } from "next/navigation";
import { spend } from "@/lib/core/process/limits";
import { type FormState, values } from "@/lib/core/values/form";
import { confirmFactor, dropFactor, enrolFactor } from "@/lib/identity/commands/factor";
import { localPath } from "@/lib/identity/rules";
import { keepSession, requireActor, requireSignedIn, signedIn } from "@/lib/identity/session";
import { tooMany } from "@/lib/identity/words";

export async function begin(_before: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireSignedIn();
  const next = localPath(values(form).next, "/account");
  const result = await enrolFactor(actor, {});
  if (!result.ok) return { refusal: result.refusal, values: { next } };
  redirect(`/account/second-step?${new URLSearchParams({ next })}`);
}

export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  const { who, actor } = await requireSignedIn();
  const { code, next } = values(form);
  const typed = { next: localPath(next, "/account") };
  const spent = await spend("code", who.userId);
  if (!spent.ok) return { refusal: tooMany(spent.retryAfter), values: typed };
  const result = await confirmFactor(actor, { sessionId: who.sessionId, code });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  await keepSession(result.value);
  redirect(`/sign-in/done?${new URLSearchParams(typed)}`);
}

export async function giveUp(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const who = await signedIn();
  if (!who) redirect("/sign-in");
  const spent = await spend("code", who.userId);
  if (!spent.ok) return { refusal: tooMany(spent.retryAfter), values: {} };
  const result = await dropFactor(actor, { sessionId: who.sessionId, code: values(form).code });
  if (!result.ok) return { refusal: result.refusal, values: {} };
  redirect("/account/second-step");
}
