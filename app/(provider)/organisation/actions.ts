"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cameBack, numbersIn } from "@/app/(provider)/join/organisation/typed";
import type { Command } from "@/lib/core/door/command";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import {
  addAssociated,
  addConnected,
  completeConnections,
  endAssociated,
  endConnected,
} from "@/lib/register/connection/commands";
import { approveRequest, refuseRequest } from "@/lib/register/joining/commands";
import { saveDetails } from "@/lib/register/profile/commands/details";

const CONNECTIONS = "/organisation/connections";
const REQUESTS = "/organisation/requests";

export const change = async (_before: FormState, form: FormData) =>
  press(form, saveDetails, "/organisation?done=changed", (typed) => ({ ...typed, numbers: numbersIn(typed) }));
export const connect = async (_before: FormState, form: FormData) =>
  press(form, addConnected, `${CONNECTIONS}?done=added`);
export const disconnect = async (_before: FormState, form: FormData) =>
  press(form, endConnected, `${CONNECTIONS}?done=ended`);
export const associate = async (_before: FormState, form: FormData) =>
  press(form, addAssociated, `${CONNECTIONS}?done=added`);
export const dissociate = async (_before: FormState, form: FormData) =>
  press(form, endAssociated, `${CONNECTIONS}?done=ended`);
export const complete = async (_before: FormState, form: FormData) =>
  press(form, completeConnections, `${CONNECTIONS}?done=complete`);
export const approve = async (_before: FormState, form: FormData) =>
  press(form, approveRequest, `${REQUESTS}?done=approved`);
export const refuse = async (_before: FormState, form: FormData) =>
  press(form, refuseRequest, `${REQUESTS}?done=refused`);

async function press(
  form: FormData,
  command: Command<unknown>,
  to: string,
  read: (typed: Typed) => unknown = (typed) => typed,
): Promise<FormState> {
  const typed = values(form);
  const result = await command(await requireMember("provider"), read(typed));
  if (!result.ok) return cameBack(result.refusal, typed);
  revalidatePath("/organisation", "layout");
  redirect(to);
}
