"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, type Typed, values } from "@/lib/core/values/form";
import { toPounds } from "@/lib/core/values/money";
import { requireMember } from "@/lib/identity/session";
import { saveRates } from "@/lib/register/service/commands/rates";
import { withdrawRates } from "@/lib/register/service/commands/rates-later";
import { checkRates } from "@/lib/register/service/rates/check";
import { faultSentences, MOST_BYTES, readRatesFile, textOf } from "@/lib/register/service/rates/file";
import { listUplifts } from "@/lib/register/service/rates/queries";

/** Reads prices from a file or from what was pasted, says every fault or what would change, and then saves them whole. */
export async function sendFile(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireMember("provider");
  const { list, typed } = await listOf(form);
  if (list === null) return wrong(typed, "file", "This is not a CSV file. In your spreadsheet, save it as CSV first");
  if (list.trim() === "") return wrong(typed, "file", "Choose a file, or paste prices");
  const { lines, faults } = readRatesFile(list);
  const shown = { ...typed, list: list.slice(0, MOST_BYTES) };
  if (faults.length > 0)
    return {
      ...wrong(
        shown,
        "list",
        `Nothing was saved. ${faults.length === 1 ? "One thing is" : `${faults.length} things are`} wrong`,
      ),
      values: { ...shown, faults: faultSentences(faults) },
    };

  const serviceId = String(typed.serviceId);
  const raw = {
    ...typed,
    lines: lines.map(({ price, ...line }) => ({ ...line, price: toPounds(price), vatBp: String(line.vatBp) })),
    uplifts: await listUplifts(actor, serviceId),
  };
  const check = await checkRates(actor, raw);
  if (!check.ok) return { refusal: check.refusal, values: shown };
  if (typed.intent !== "publish" || typed.mark !== check.value.mark)
    return { values: { ...shown, mark: check.value.mark, said: check.value.said } };
  const saved = await saveRates(actor, raw);
  if (!saved.ok) return { refusal: saved.refusal, values: shown };

  revalidatePath("/services", "layout");
  redirect(`/services/${saved.value.id}`);
}

/** Takes back prices that have not begun. */
export async function withdraw(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await withdrawRates(await requireMember("provider"), typed);
  if (!result.ok) return { refusal: result.refusal, values: typed };

  revalidatePath("/services", "layout");
  redirect(`/services/${result.value.id}`);
}

/** A file goes before what was pasted. What was checked before is not sent on: it is checked again. */
async function listOf(form: FormData): Promise<{ list: string | null; typed: Typed }> {
  const { said: _said, faults: _faults, ...typed } = values(form);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { list: String(typed.list ?? ""), typed };
  if (file.size > MOST_BYTES) return { list: "x".repeat(MOST_BYTES + 1), typed };
  return { list: textOf(new Uint8Array(await file.arrayBuffer())), typed };
}

const wrong = (typed: Typed, field: string, message: string): FormState => ({
  refusal: { kind: "invalid", message: "There is a problem", fields: { [field]: [message] } },
  values: typed,
});
