import { notFound } from "next/navigation";
import { mayEdit } from "@/lib/calloff/purchase/policy";
import { findPurchase, type PurchaseFile } from "@/lib/calloff/purchase/queries/find";
import type { Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";

/** A draft that this person may write. To others its forms do not exist. */
export async function requireDraft(id: string): Promise<{ actor: Member; purchase: PurchaseFile }> {
  const actor = await requireMember("authority");
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  if (!mayEdit(actor, purchase) || purchase.state !== "draft") notFound();
  return { actor, purchase };
}

export const dayOf = (date: Date) => date.toISOString().slice(0, 10);
