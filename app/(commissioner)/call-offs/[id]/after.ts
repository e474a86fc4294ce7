import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Result } from "@/lib/core/door/result";
import type { FormState, Typed } from "@/lib/core/values/form";

/** Back to the form with why it was refused, or on to a page of this call-off. `where` begins after its address: "?done=need", "/lots". */
export function goOn(typed: Typed, result: Result<unknown>, where: string): FormState {
  if (!result.ok) return { refusal: result.refusal, values: typed };
  revalidatePath("/call-offs", "layout");
  redirect(`/call-offs/${encodeURIComponent(String(typed.id))}${where}`);
}
