"use server";

import { redirect } from "next/navigation";
import type { Command } from "@/lib/core/door/command";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { dropEntry, noteEntry, restoreEntry } from "@/lib/search/shortlist/commands/weighing";

export async function note(_before: FormState, form: FormData): Promise<FormState> {
  return weighed(noteEntry, form);
}

export async function drop(_before: FormState, form: FormData): Promise<FormState> {
  return weighed(dropEntry, form);
}

export async function restore(_before: FormState, form: FormData): Promise<FormState> {
  return weighed(restoreEntry, form);
}

async function weighed(command: Command<{ id: string }>, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await command(await requireMember("authority"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  redirect(`/shortlists/${result.value.id}#entry-${typed.entryId}`);
}
