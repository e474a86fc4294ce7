"use server";

import { saveCriteria } from "@/lib/calloff/before/criteria/commands";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Saves the criteria. "Add" and "remove" only change the form. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "criteria");
  if (edited) return edited;
  return goOn(
    typed,
    await saveCriteria(await requireMember(), { ...typed, criteria: rows(typed, "criteria") }),
    "?done=criteria",
  );
}
