"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { system, visitor } from "@/lib/core/actor";
import { values } from "@/lib/core/values/form";
import { endSession, startDemoSession } from "@/lib/identity/commands/sessions";
import { giveUpSession, keepSession } from "@/lib/identity/session";

/** Signs in as a demo person. In live mode there is nobody to sign in as, and the command says so itself. */
export async function beDemoPerson(form: FormData) {
  const started = await startDemoSession(visitor, values(form));
  if (!started.ok) return notFound();
  const before = await giveUpSession();
  if (before) await endSession(system, { tokenHash: before });
  await keepSession(started.value);
  revalidatePath("/", "layout");
  redirect("/home");
}
