"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { handBackApplication } from "@/lib/register/application/commands/hand-over";
import { takeApplication } from "@/lib/register/application/commands/take";
import { addNote as add } from "@/lib/register/application/decision/commands/note";

/** An assessor takes the application and stays with it. */
export async function take(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await takeApplication(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}`);
}

/** Whoever has it puts it back, and goes back to the queue. */
export async function handBack(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await handBackApplication(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect("/steward/queue");
}

/** Adds a note inside the office. */
export async function addNote(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await add(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/steward", "layout");
  redirect(`/steward/applications/${result.value.id}#notes`);
}
