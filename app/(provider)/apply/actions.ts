"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, many, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { chooseParts } from "@/lib/register/application/commands/choose";
import { replyToQuery } from "@/lib/register/application/commands/reply";
import { startApplication } from "@/lib/register/application/commands/start";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { withdrawApplication } from "@/lib/register/application/commands/withdraw";
import { listOwnConditions } from "@/lib/register/application/queries/asked";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { answerGrounds } from "@/lib/register/profile/commands/grounds";
import { saveProfile } from "@/lib/register/profile/commands/profile";

const onward = (path: string): never => {
  revalidatePath("/apply", "layout");
  redirect(path);
};

export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startApplication(await requireMember("provider"), typed);
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

export async function choose(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await chooseParts(await requireMember("provider"), { ...typed, partIds: many(typed, "partIds") });
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

export async function saveOwnProfile(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveProfile(await requireMember("provider"), typed);
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

/** Goes to the next condition that has no answer, or back to the list. */
export async function answer(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const addFile = `/evidence/new?for=${Number(typed.number) || ""}`;
  // Nothing was typed yet, so there is nothing to save before the file.
  if (typed.intent === "file" && !typed.met && !typed.text) return redirect(addFile);
  const result = await answerCondition(actor, { ...typed, evidenceIds: many(typed, "evidenceIds") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  if (typed.intent === "file") return onward(addFile);
  const open = (await listOwnConditions(actor)).filter((condition) => condition.answer === null);
  const next = open.find(({ number }) => number > Number(typed.number)) ?? open[0];
  return onward(next && typed.intent !== "later" ? `/apply/conditions/${next.number}` : "/apply/conditions");
}

export async function declareGrounds(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await answerGrounds(await requireMember("provider"), {
    ...typed,
    applies: many(typed, "applies"),
    about: under(typed, "about."),
    what: under(typed, "what."),
    happened: under(typed, "happened."),
    right: under(typed, "right."),
    rightOn: under(typed, "rightOn."),
  });
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

export async function send(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await submitApplication(await requireMember("provider"), typed);
  if (result.ok) revalidatePath("/services", "layout");
  return result.ok ? onward("/apply/sent") : { refusal: result.refusal, values: typed };
}

export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await withdrawApplication(await requireMember("provider"), typed);
  if (result.ok) revalidatePath("/services", "layout");
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

export async function reply(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await replyToQuery(await requireMember("provider"), typed);
  return result.ok ? onward("/apply") : { refusal: result.refusal, values: typed };
}

/** The fields that begin alike, by what follows. */
const under = (typed: Typed, start: string) =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => [name.slice(start.length), value]),
  );
