"use server";

import { redirect } from "next/navigation";
import { visitor } from "@/lib/core/actor";
import { spend } from "@/lib/core/process/limits";
import { type FormState, values } from "@/lib/core/values/form";
import { sendLink } from "@/lib/identity/commands/sign-in";
import { LinkInput } from "@/lib/identity/schema";
import { tooMany } from "@/lib/identity/words";

/** Sends a link. The answer is the same whether anybody has this address or not. */
export async function askForLink(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const { data } = LinkInput.safeParse(typed);
  const spent = data ? await spend("linkToAddress", data.email) : ({ ok: true } as const);
  if (!spent.ok)
    return { refusal: tooMany(spent.retryAfter, "A link that you already have still works."), values: typed };
  const result = await sendLink(visitor, typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect("/sign-in/sent");
}
