"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, rows, values } from "@/lib/core/form";
import { requireMember } from "@/lib/identity/session";
import { decideApplication } from "@/lib/register/application/commands/decide";
import { checkDecision } from "@/lib/register/application/decision/queries";

/** Shows the check page first; only its own button decides. */
export async function decide(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireMember();
  const typed = values(form);
  const said = { ...typed, parts: rows(typed, "parts") };
  if (typed.intent === "change") return { values: { ...typed, stage: "" } };
  if (typed.intent !== "decide") {
    const refusal = await checkDecision(actor, said);
    return refusal ? { refusal, values: typed } : { values: { ...typed, stage: "check" } };
  }
  const result = await decideApplication(actor, said);
  if (!result.ok) return { refusal: result.refusal, values: { ...typed, stage: "" } };

  revalidatePath("/", "layout");
  redirect(`/steward/applications/${result.value.id}`);
}
