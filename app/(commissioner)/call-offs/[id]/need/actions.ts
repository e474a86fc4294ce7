"use server";

import { saveNeed } from "@/lib/calloff/before/need/commands/save";
import { type FormState, many, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Saves the need, finished or not. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(
    typed,
    await saveNeed(await requireMember(), { ...typed, outcomeCodes: many(typed, "outcomeCodes") }),
    "?done=need",
  );
}
