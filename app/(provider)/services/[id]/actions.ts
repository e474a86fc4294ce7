"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Member } from "@/lib/core/actor";
import { changedRows, type FormState, many, rows, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDelivery, saveDescription, saveEligibility, savePlaces } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { readPlaces } from "@/lib/register/service/places/queries";
import { findService, stillToDo } from "@/lib/register/service/queries";
import { checkRates } from "@/lib/register/service/rates/check";
import { sectionsAfter } from "@/lib/register/service/sections";
import type { ServiceSection } from "@/lib/register/service/words";

export async function describe(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const result = await saveDescription(actor, {
    ...typed,
    outcomeCodes: many(typed, "outcomeCodes"),
    needCodes: many(typed, "needCodes"),
    cohortCodes: many(typed, "cohortCodes"),
  });
  return result.ok ? onward(actor, typed, "description") : { refusal: result.refusal, values: typed };
}

export async function sayWho(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const result = await saveEligibility(actor, typed);
  return result.ok ? onward(actor, typed, "who") : { refusal: result.refusal, values: typed };
}

/** As much of a list as the command reads. */
const MOST_LISTED = 20_000;

export async function sayWhere(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  if (typed.intent === "look") {
    const list = String(typed.list ?? "").slice(0, MOST_LISTED);
    const { folded, read, faults } = await readPlaces(actor, { ticked: many(typed, "placeCodes"), list });
    return { values: { ...typed, folded, read, lost: faults } };
  }
  const result = await savePlaces(actor, { ...typed, placeCodes: many(typed, "placeCodes") });
  return result.ok ? onward(actor, typed, "places") : { refusal: result.refusal, values: typed };
}

export async function sayHow(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const result = await saveDelivery(actor, {
    ...typed,
    settings: many(typed, "settings"),
    languages: many(typed, "languages"),
    access: many(typed, "access"),
  });
  return result.ok ? onward(actor, typed, "delivery") : { refusal: result.refusal, values: typed };
}

export async function price(_before: FormState, form: FormData): Promise<FormState> {
  const { said: _said, ...typed } = values(form);
  const actor = await requireMember("provider");
  const edited = changedRows(typed, "lines") ?? changedRows(typed, "uplifts");
  if (edited) return edited;
  const raw = { ...typed, lines: rows(typed, "lines"), uplifts: rows(typed, "uplifts") };
  // Prices that buyers will see are shown once more before they are published.
  if (typed.isPublic === "yes") {
    const check = await checkRates(actor, raw);
    if (!check.ok) return { refusal: check.refusal, values: typed };
    if (typed.intent !== "publish" || typed.mark !== check.value.mark)
      return { values: { ...typed, mark: check.value.mark, said: check.value.said } };
  }
  const result = await saveRates(actor, raw);
  return result.ok ? onward(actor, typed, "prices") : { refusal: result.refusal, values: typed };
}

export async function sayHowFull(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireMember("provider");
  const result = await saveCapacity(actor, typed);
  return result.ok ? onward(actor, typed, "capacity") : { refusal: result.refusal, values: typed };
}

/** While a service is being written: the next page that is not finished. Afterwards, and when left for later: its own page. */
async function onward(actor: Member, typed: Typed, from: ServiceSection): Promise<never> {
  revalidatePath("/services", "layout");
  const id = String(typed.serviceId);
  const service = await findService(actor, id);
  const left = service?.state === "draft" && typed.intent !== "later" ? stillToDo(service) : [];
  const next = sectionsAfter(from).find((section) => left.includes(section));
  redirect(next ? `/services/${id}/${next}` : `/services/${id}`);
}
