import { notFound } from "next/navigation";
import { findOpportunity, findOwnPart, type Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { clockOf } from "@/lib/calloff/open/opportunity/queries/list";
import { isOpen } from "@/lib/calloff/open/rules";
import { holds, type Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";

type Found = {
  actor: Member;
  opportunity: Opportunity;
  own: Awaited<ReturnType<typeof findOwnPart>>;
};

/** An open opportunity for somebody who can answer for a provider. To others, and once it is closed, these pages do not exist. */
export async function requireOpen(reference: string): Promise<Found> {
  const actor = await requireMember("provider");
  const opportunity = (await findOpportunity(actor, reference)) ?? notFound();
  if (!holds(actor, "provider", "signatory", "editor") || !isOpen(opportunity, clockOf())) notFound();
  return { actor, opportunity, own: await findOwnPart(actor, opportunity.id) };
}
