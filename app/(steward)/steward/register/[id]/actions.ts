"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Result } from "@/lib/core/door/result";
import { changedRows, type FormState, many, rows, type Typed, values } from "@/lib/core/values/form";
import { isId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { moveCondition, removeCondition, saveCondition } from "@/lib/register/market/commands/conditions";
import { discardDesign } from "@/lib/register/market/commands/design";
import { movePart, removePart, savePart } from "@/lib/register/market/commands/parts";
import { announceRegister, publishRegister } from "@/lib/register/market/commands/publish";
import { saveBands, saveTerms } from "@/lib/register/market/commands/terms";

const onward = (path: string): never => {
  revalidatePath("/steward/register", "layout");
  redirect(path);
};

/** Back to a page of the design, or to the form with what was typed. */
const answer = (result: Result<{ id: string }>, typed: Typed, page = ""): FormState =>
  result.ok ? onward(`/steward/register/${result.value.id}${page}`) : { refusal: result.refusal, values: typed };

export async function terms(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await saveTerms(await requireMember("steward"), typed), typed);
}

export async function bands(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const edited = changedRows(typed, "bands");
  if (edited) return edited;
  return answer(await saveBands(await requireMember("steward"), { ...typed, bands: rows(typed, "bands") }), typed);
}

export async function part(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await savePart(await requireMember("steward"), typed), typed, "/parts");
}

export async function condition(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const said = { ...typed, partNumbers: many(typed, "partNumbers") };
  return answer(await saveCondition(await requireMember("steward"), said), typed, "/conditions");
}

/** Moves what the pressed button names, `up-<id>` or `down-<id>`. */
export async function reorderParts(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await movePart(await requireMember("steward"), { ...typed, ...pressed(typed) }), typed, "/parts");
}

/** Moves what the pressed button names, `up-<id>` or `down-<id>`. */
export async function reorderConditions(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await moveCondition(await requireMember("steward"), { ...typed, ...pressed(typed) });
  return answer(result, typed, "/conditions");
}

export async function dropPart(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await removePart(await requireMember("steward"), typed), typed, "/parts");
}

export async function dropCondition(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await removeCondition(await requireMember("steward"), typed), typed, "/conditions");
}

export async function announce(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  return answer(await announceRegister(await requireMember("steward"), typed), typed);
}

/** The whole of the site hangs on which register runs. */
export async function publish(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await publishRegister(await requireMember("steward"), typed);
  if (result.ok) revalidatePath("/", "layout");
  return answer(result, typed);
}

export async function discard(_before: FormState, form: FormData): Promise<FormState> {
  const typed = values(form);
  const result = await discardDesign(await requireMember("steward"), typed);
  return result.ok ? onward("/steward/register") : { refusal: result.refusal, values: typed };
}

function pressed(typed: Typed) {
  const [, by = "", id = ""] = /^(up|down)-(.+)$/.exec(String(typed.intent ?? "")) ?? [];
  return isId(id) ? { by, id } : {};
}
