"use server";

import { redirect } from "next/navigation";
import { type FormState, many, values } from "@/lib/core/values/form";
import { createAuthority } from "@/lib/identity/commands/authorities";
import { requireMember } from "@/lib/identity/session";

export async function enterAuthority(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await createAuthority(await requireMember("steward"), { ...typed, places: many(typed, "places") });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  redirect(`/people?${new URLSearchParams({ organisation: result.value.id, done: "entered" })}`);
}
