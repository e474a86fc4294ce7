"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { confirmPartner, declinePartner } from "@/lib/calloff/open/partner/commands/answer";
import { savePartners } from "@/lib/calloff/open/tender/commands/partners";
import { savePrices } from "@/lib/calloff/open/tender/commands/prices";
import { saveAnswer, saveConditionsMet, saveLotsOf, saveOffers } from "@/lib/calloff/open/tender/commands/save";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { submitTender } from "@/lib/calloff/open/tender/commands/submit";
import { resumeTender, withdrawTender } from "@/lib/calloff/open/tender/commands/withdraw";
import { findTender } from "@/lib/calloff/open/tender/queries/own";
import type { Command } from "@/lib/core/door/command";
import { changedRows, type FormState, many, rows, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

const onward = (path: string): never => {
  revalidatePath("/tenders", "layout");
  redirect(path);
};

/** Begins a tender, or finds the one that was begun. */
export async function start(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await startTender(await requireMember("provider"), typed);
  return result.ok ? onward(`/tenders/${result.value.id}`) : { refusal: result.refusal, values: typed };
}

/** Saves one page of a tender, and goes to the next thing that is still to do, or to the list. */
async function save(command: Command<{ id: string }>, typed: Typed, input: object, here: string): Promise<FormState> {
  const actor = await requireMember("provider");
  const result = await command(actor, input);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  const { id } = result.value;
  if (typed.intent === "stay") return onward(`/tenders/${id}/${here}?saved=yes`);
  const tender = typed.intent === "later" ? null : await findTender(actor, id);
  const tasks = tender?.tasks ?? [];
  const at = tasks.findIndex(({ path }) => path === here);
  const open = tasks.filter(({ done, optional }) => !done && !optional);
  const next = tasks.slice(at + 1).find((task) => open.includes(task));
  return onward(`/tenders/${id}${next ? `/${next.path}` : "?saved=yes"}`);
}

export async function saveLots(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return save(saveLotsOf, typed, { ...typed, lotIds: many(typed, "lotIds") }, "lots");
}

export async function answer(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return save(saveAnswer, typed, typed, `answers/${Number(typed.number) || ""}`);
}

export async function offers(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "offers");
  // Where there is one question, no row asks which.
  const made = rows(typed, "offers").map((row) => ({ criterionId: typed.criterionId, ...row }));
  return edited ?? save(saveOffers, typed, { ...typed, offers: made }, "social-value");
}

export async function conditions(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return save(saveConditionsMet, typed, { ...typed, conditions: rows(typed, "conditions") }, "conditions");
}

export async function partners(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "partners");
  return edited ?? save(savePartners, typed, { ...typed, partners: rows(typed, "partners") }, "partners");
}

export async function prices(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return save(savePrices, typed, { ...typed, lots: rows(typed, "lots") }, "price");
}

/** Submits what was checked. The receipt is the answer. */
export async function submit(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await submitTender(await requireMember("provider"), typed);
  return result.ok
    ? onward(`/tenders/${result.value.id}/receipt?done=submit`)
    : { refusal: result.refusal, values: typed };
}

const acts = new Map<unknown, Command<{ id: string }>>([
  ["withdraw", withdrawTender],
  ["resume", resumeTender],
]);

/** Takes a tender back, or takes it up again: which, the form says, and whether it may be done, the command does. */
export async function act(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const command = acts.get(typed.event) ?? notFound();
  const result = await command(await requireMember("provider"), typed);
  return result.ok
    ? onward(`/tenders/${result.value.id}?done=${typed.event}`)
    : { refusal: result.refusal, values: typed };
}

/** A named sub-contractor says yes or no to its share. */
export async function share(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const command = typed.event === "decline" ? declinePartner : confirmPartner;
  const result = await command(await requireMember("provider"), typed);
  return result.ok
    ? onward(`/tenders/partner/${result.value.id}?done=yes`)
    : { refusal: result.refusal, values: typed };
}
