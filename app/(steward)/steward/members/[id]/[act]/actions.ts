"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { Command } from "@/lib/core/door/command";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { removeDebarred } from "@/lib/register/membership/commands/debarred";
import { lapseMembership, renewMembership } from "@/lib/register/membership/commands/lapse";
import { keepMembership, proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { reviewMembership } from "@/lib/register/membership/commands/review";
import { resumeMembership, suspendMembership } from "@/lib/register/membership/commands/suspend";

const acts = new Map<unknown, Command<{ id: string }>>([
  ["suspend", suspendMembership],
  ["resume", resumeMembership],
  ["proposeRemoval", proposeRemoval],
  ["remove", removeMembership],
  ["keep", keepMembership],
  ["removeDebarred", removeDebarred],
  ["review", reviewMembership],
  ["lapse", lapseMembership],
  ["renew", renewMembership],
]);

/** One act on a membership: which one, the form says, and whether it may, the command does. */
export async function act(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const command = acts.get(typed.event) ?? notFound();
  const result = await command(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect(`/steward/members/${result.value.id}`);
}
