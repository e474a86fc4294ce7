"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/values/form";
import { readNotifications } from "@/lib/identity/commands/users";
import { localPath } from "@/lib/identity/rules";
import { requireActor } from "@/lib/identity/session";

/** Opens what one notification is about, and marks it as read. */
export async function openNotification(_before: FormState, form: FormData): Promise<FormState> {
  const { notificationId } = values(form);
  const result = await readNotifications(await requireActor(), { notificationId });
  if (!result.ok) return { refusal: result.refusal, values: {} };
  revalidatePath("/", "layout");
  redirect(localPath(result.value.href));
}

export async function readAll(_before: FormState): Promise<FormState> {
  const result = await readNotifications(await requireActor(), {});
  if (!result.ok) return { refusal: result.refusal, values: {} };
  revalidatePath("/", "layout");
  redirect("/notifications");
}
