import "server-only";
import { notFound } from "next/navigation";
import { isAuditor, type Member } from "@/lib/core/actor";
import { requireMember } from "@/lib/identity/session";

/** Whoever may see consortia at work: providers their own, stewards and auditors all. */
export async function requireReader(): Promise<Member> {
  const actor = await requireMember();
  return actor.kind === "provider" || actor.kind === "steward" || isAuditor(actor) ? actor : notFound();
}
