"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, many, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { endShare, shareSnapshot, takeSnapshot } from "@/lib/register/profile/snapshot/commands";

const onward = (path: string): never => {
  revalidatePath("/snapshots", "layout");
  redirect(path);
};

export async function take(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await takeSnapshot(await requireMember("provider"), typed);
  return result.ok ? onward(`/snapshots/${result.value.id}`) : { refusal: result.refusal, values: typed };
}

export async function share(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const organisationIds = many(typed, "organisationIds");
  const result = await shareSnapshot(await requireMember("provider"), { ...typed, organisationIds });
  return result.ok ? onward(`/snapshots/${result.value.id}`) : { refusal: result.refusal, values: typed };
}

export async function end(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await endShare(await requireMember("provider"), typed);
  return result.ok ? onward(`/snapshots/${result.value.id}`) : { refusal: result.refusal, values: typed };
}
