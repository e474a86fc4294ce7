"use server";

import { saveTimetable } from "@/lib/calloff/before/timetable/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Plans the dates. Stays on the page, where all that follows from them is shown. */
export async function save(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await saveTimetable(await requireMember(), typed), "/timetable?done=saved");
}
