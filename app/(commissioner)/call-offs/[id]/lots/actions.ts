"use server";

import { removeLot, saveLot, splitLot } from "@/lib/calloff/before/lots/commands";
import { type FormState, many, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Adds a lot or changes one. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await saveLot(await requireMember(), {
    ...typed,
    placeCodes: many(typed, "placeCodes"),
    months: rows(typed, "months"),
  });
  return goOn(typed, result, "/lots?done=saved");
}

/** Takes a lot away. */
export async function remove(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await removeLot(await requireMember(), typed), "/lots?done=removed");
}

/** Makes a lot for each chosen place out of one. */
export async function split(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await splitLot(await requireMember(), { ...typed, placeCodes: many(typed, "placeCodes") });
  return goOn(typed, result, "/lots?done=split");
}
