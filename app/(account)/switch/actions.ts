"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { switchOrganisation } from "@/lib/identity/commands/sessions";
import { requireActor, requireSignedIn } from "@/lib/identity/session";

export async function actFor(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const actor = await requireActor();
  const { who } = await requireSignedIn();
  const result = await switchOrganisation(actor, { sessionId: who.sessionId, organisationId: typed.organisationId });
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/", "layout");
  redirect("/home");
}
