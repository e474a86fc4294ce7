"use server";

import { saveInvitations } from "@/lib/calloff/open/invitation/commands/save";
import { changedRows, type FormState, rows, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Who is left out and who is added. "Add" and "remove" only change the form. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "added");
  if (edited) return edited;
  const result = await saveInvitations(await requireMember(), {
    key: typed.key,
    callOffId: typed.id,
    matches: rows(typed, "matches"),
    added: rows(typed, "added"),
  });
  return goOn(typed, result, "/invitations?done=saved");
}
