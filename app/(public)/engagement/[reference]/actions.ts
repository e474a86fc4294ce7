"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { postOnBoard } from "@/lib/calloff/before/engagement/commands";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";

/** Adds a word to the board, in the name of one's organisation. */
export async function post(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await postOnBoard(await requireMember(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/engagement", "layout");
  redirect(`/engagement/${encodeURIComponent(result.value.reference)}?said=yes`);
}
