"use server";

import { redirect } from "next/navigation";
import type { Command } from "@/lib/core/door/command";
import { spend } from "@/lib/core/process/limits";
import { type FormState, many, values } from "@/lib/core/values/form";
import { resetFactor } from "@/lib/identity/commands/factor";
import { inviteColleague, withdrawInvitation } from "@/lib/identity/commands/invitations";
import { removeSeat, setRoles } from "@/lib/identity/commands/seats";
import { disableUser, enableUser } from "@/lib/identity/commands/users";
import { requireMember } from "@/lib/identity/session";
import { tooMany } from "@/lib/identity/words";

export async function invite(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireMember();
  const typed = values(form);
  const spent = await spend("invitation", actor.id);
  if (!spent.ok) return { refusal: tooMany(spent.retryAfter), values: typed };
  const result = await inviteColleague(actor, { ...typed, roles: many(typed, "roles") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect(back(typed.organisationId, "invited"));
}

export async function changeRoles(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await setRoles(await requireMember(), { ...typed, roles: many(typed, "roles") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect(back(typed.organisationId, "changed"));
}

export const withdraw = async (_before: FormState, form: FormData) => press(form, withdrawInvitation, "withdrawn");
export const remove = async (_before: FormState, form: FormData) => press(form, removeSeat, "removed");
export const reset = async (_before: FormState, form: FormData) => press(form, resetFactor, "reset");
export const stop = async (_before: FormState, form: FormData) => press(form, disableUser, "stopped");
export const reopen = async (_before: FormState, form: FormData) => press(form, enableUser, "reopened");

async function press(form: FormData, command: Command<unknown>, done: string): Promise<FormState> {
  const typed = values(form);
  const result = await command(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect(back(typed.organisationId, done));
}

const back = (organisationId: unknown, done: string) =>
  `/people?${new URLSearchParams({ organisation: String(organisationId), done })}`;
