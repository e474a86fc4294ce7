"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { Command } from "@/lib/core/door/command";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import {
  agreeToShare,
  askPartnerAgain,
  declineShare,
  leaveConsortium,
} from "@/lib/register/consortium/commands/answer";
import { dissolveConsortium, withdrawConsortium } from "@/lib/register/consortium/commands/end";
import { changeConsortium, startConsortium } from "@/lib/register/consortium/commands/plan";

/** Proposes a consortium, or changes the plan of one that is being formed. */
export async function plan(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "partners");
  if (edited) return edited;
  const command = typed.consortiumId ? changeConsortium : startConsortium;
  const result = await command(await requireMember(), { ...typed, partners: rows(typed, "partners") });
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect(`/consortia/${result.value.id}`);
}

const acts = new Map<unknown, Command<{ id: string }>>([
  ["agree", agreeToShare],
  ["decline", declineShare],
  ["leave", leaveConsortium],
  ["askAgain", askPartnerAgain],
  ["withdraw", withdrawConsortium],
  ["dissolve", dissolveConsortium],
]);

/** One act on a consortium or a partner: which one, the form says, and whether it may, the command does. */
export async function act(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const command = acts.get(typed.event) ?? notFound();
  const result = await command(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect(`/consortia/${typed.consortiumId}?done=${typed.event}`);
}
