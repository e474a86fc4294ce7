import { notFound } from "next/navigation";
import type { Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";
import { readsQueue } from "@/lib/register/application/policy";

/** Somebody who reads the steward's pages: an assessor, an admin, or an auditor. To others they do not exist. */
export async function requireReader(): Promise<Member> {
  const actor = await requireMember();
  return readsQueue(actor) ? actor : notFound();
}
