import { notFound } from "next/navigation";
import { cache } from "react";
import { findAgreement } from "@/lib/agreements/queries";
import { requireMember } from "@/lib/identity/session";

/** An agreement and who asks for it. Not found for whoever may not read it. */
export const requireAgreement = cache(async (id: string) => {
  const actor = await requireMember();
  return { actor, found: (await findAgreement(actor, id)) ?? notFound() };
});
