"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, values } from "@/lib/core/form";
import { requireActor } from "@/lib/identity/session";
import { foundOrganisation } from "@/lib/register/profile/commands/found";

const NUMBER = "numbers.";

export async function found(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const numbers = Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(NUMBER))
      .map(([name, number]) => [name.slice(NUMBER.length), number]),
  );
  const result = await foundOrganisation(await requireActor(), { ...typed, numbers });
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/", "layout");
  redirect("/apply");
}
