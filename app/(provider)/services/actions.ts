"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Command } from "@/lib/core/door/command";
import { type FormState, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { submitService } from "@/lib/register/service/commands/send";
import {
  confirmAllServices,
  confirmService,
  pauseService,
  resumeService,
  withdrawService,
} from "@/lib/register/service/commands/stand";
import { editPublished, startService } from "@/lib/register/service/commands/start";

/** Every press here changes one service and then shows it. */
async function press(command: Command<{ id: string }>, form: FormData, to: (id: string) => string): Promise<FormState> {
  const typed = values(form);
  const result = await command(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/services", "layout");
  redirect(to(result.value.id));
}

const toService = (id: string) => `/services/${id}`;

export async function start(_before: FormState, form: FormData): Promise<FormState> {
  return press(startService, form, (id) => `/services/${id}/description`);
}

export async function edit(_before: FormState, form: FormData): Promise<FormState> {
  return press(editPublished, form, toService);
}

export async function send(_before: FormState, form: FormData): Promise<FormState> {
  return press(submitService, form, toService);
}

export async function pause(_before: FormState, form: FormData): Promise<FormState> {
  return press(pauseService, form, toService);
}

export async function resume(_before: FormState, form: FormData): Promise<FormState> {
  return press(resumeService, form, toService);
}

/** One press says that a service is still right, from its own page, the list or the home page: then that page is shown again. */
export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  const back = form.get("back");
  return press(confirmService, form, (id) =>
    back === "home" ? "/home" : back === "list" ? "/services" : toService(id),
  );
}

export async function confirmAll(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await confirmAllServices(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect("/services");
}

export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  return press(withdrawService, form, () => "/services");
}
