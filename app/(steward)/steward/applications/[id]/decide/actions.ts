"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, many, rows, type Typed, values } from "@/lib/core/values/form";
import { requireMember } from "@/lib/identity/session";
import { decideApplication, proposeDecision } from "@/lib/register/application/commands/decide";
import { checkDecision } from "@/lib/register/application/decision/queries";
import { composed, reasonCodes } from "@/lib/register/application/decision/reason-words";

const MOST_PARTS = 100;

/** Shows the check page first; only its own button decides, or proposes where a second assessor has to agree. */
export async function decide(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireMember();
  const typed = unfolded(values(form));
  const said = { ...typed, parts: rows(typed, "parts") };
  if (typed.intent === "change") return { values: { ...typed, stage: "" } };
  if (typed.intent === "fill") return { values: { ...filled(typed, true), stage: "" } };
  if (typed.intent !== "decide" && typed.intent !== "propose") {
    const refusal = await checkDecision(actor, said);
    return refusal ? { refusal, values: typed } : { values: { ...filled(typed, false), stage: "check" } };
  }
  const result = await (typed.intent === "propose" ? proposeDecision : decideApplication)(actor, said);
  if (!result.ok) return { refusal: result.refusal, values: { ...typed, stage: "" } };

  revalidatePath("/", "layout");
  redirect(`/steward/applications/${result.value.id}`);
}

/** The codes of each part as a list again, where the check page sent them with commas between. */
function unfolded(typed: Typed): Typed {
  const codes = partNumbers(typed).map((at): [string, string[]] => [
    `parts.${at}.codes`,
    many(typed, `parts.${at}.codes`)
      .flatMap((said) => said.split(","))
      .filter(Boolean),
  ]);
  return { ...typed, ...Object.fromEntries(codes) };
}

/** The usual words of the reasons that were chosen: before what was typed when it was asked for, or else only where nothing was typed. */
function filled(typed: Typed, isAsked: boolean): Typed {
  const reasons = partNumbers(typed).map((at): [string, string] => {
    const before = String(typed[`parts.${at}.reasons`] ?? "").trim();
    const chosen = many(typed, `parts.${at}.codes`);
    const usual = composed(reasonCodes.filter((code) => chosen.includes(code)));
    if (before === "") return [`parts.${at}.reasons`, usual];
    return [`parts.${at}.reasons`, isAsked && !before.includes(usual) ? `${usual}\n\n${before}` : before];
  });
  return { ...typed, ...Object.fromEntries(reasons) };
}

const partNumbers = (typed: Typed) =>
  Array.from({ length: MOST_PARTS }, (_, at) => at).filter((at) => typed[`parts.${at}.partId`] !== undefined);
