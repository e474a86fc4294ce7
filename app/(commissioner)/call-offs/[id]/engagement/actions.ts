"use server";

import { openEngagementBoard } from "@/lib/calloff/before/engagement/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { goOn } from "../after";

/** Opens the board, for everyone to read. */
export async function openBoard(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return goOn(typed, await openEngagementBoard(await requireMember(), typed), "/engagement");
}
