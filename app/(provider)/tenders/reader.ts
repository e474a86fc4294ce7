import "server-only";
import { notFound, redirect } from "next/navigation";
import { mayEdit } from "@/lib/calloff/open/tender/policy";
import { findTender, type TenderFile } from "@/lib/calloff/open/tender/queries/own";
import type { Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";

/** A tender of this person's own organisation. Everybody else is told that it is not there. */
export async function requireTender(id: string): Promise<{ actor: Member; tender: TenderFile }> {
  const actor = await requireMember("provider");
  return { actor, tender: (await findTender(actor, id)) ?? notFound() };
}

/** The same, to be written in: whoever may only read is told that it is not there, and what is over is read on its own page. */
export async function requireDraft(id: string) {
  const { actor, tender } = await requireTender(id);
  if (!mayEdit(actor, tender)) notFound();
  const { content, isOpen, state } = tender;
  if (!content || !isOpen || (state !== "draft" && state !== "submitted")) return redirect(`/tenders/${id}`);
  return { actor, tender, content };
}
