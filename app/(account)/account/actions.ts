"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { endOtherSessions } from "@/lib/identity/commands/sessions";
import { renameSelf } from "@/lib/identity/commands/users";
import { localPath } from "@/lib/identity/rules";
import { requireActor, requireSignedIn } from "@/lib/identity/session";

export async function rename(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await renameSelf(await requireActor(), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/", "layout");
  redirect(typed.next ? `/sign-in/done?${new URLSearchParams({ next: localPath(typed.next) })}` : "/account");
}

export async function endOthers(_before: FormState): Promise<FormState> {
  const { who, actor } = await requireSignedIn();
  const result = await endOtherSessions(actor, { sessionId: who.sessionId });
  if (!result.ok) return { refusal: result.refusal, values: {} };
  redirect("/account?ended=yes");
}
