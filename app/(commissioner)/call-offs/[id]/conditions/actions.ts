"use server";

import { saveConditions } from "@/lib/calloff/before/criteria/commands";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Saves the pass or fail conditions. "Add" and "remove" only change the form. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "conditions");
  if (edited) return edited;
  return goOn(
    typed,
    await saveConditions(await requireMember(), { ...typed, conditions: rows(typed, "conditions") }),
    "?done=conditions",
  );
}
