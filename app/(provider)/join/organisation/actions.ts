"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { spend } from "@/lib/core/process/limits";
import { type FormState, values } from "@/lib/core/values/form";
import { requireActor } from "@/lib/identity/session";
import { tooMany } from "@/lib/identity/words";
import { askToJoin, withdrawRequest } from "@/lib/register/joining/commands";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { cameBack, numbersIn } from "./typed";

export async function found(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await foundOrganisation(await requireActor(), { ...typed, numbers: numbersIn(typed) });
  if (!result.ok) return cameBack(result.refusal, typed);

  revalidatePath("/", "layout");
  redirect("/apply");
}

export async function ask(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const typed = values(form);
  const spent = await spend("invitation", actor.id);
  if (!spent.ok) return { refusal: tooMany(spent.retryAfter), values: typed };
  const result = await askToJoin(actor, typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect("/join/organisation/asked?done=asked");
}

export async function takeBack(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await withdrawRequest(await requireActor(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/join/organisation/asked");
  redirect("/join/organisation/asked");
}
