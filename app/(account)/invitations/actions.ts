"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { takeUpInvitation } from "@/lib/identity/commands/invitations";
import { switchOrganisation } from "@/lib/identity/commands/sessions";
import { localPath } from "@/lib/identity/rules";
import { requireActor, requireSignedIn } from "@/lib/identity/session";

/** Takes the seat, and sits on it: the session acts for that organisation from now on. */
export async function takeUp(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await takeUpInvitation(await requireActor(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  const { who, actor } = await requireSignedIn();
  await switchOrganisation(actor, { sessionId: who.sessionId, ...result.value });
  revalidatePath("/", "layout");
  redirect(`/sign-in/done?${new URLSearchParams({ next: localPath(typed.next) })}`);
}
