import { notFound } from "next/navigation";
import { moderationOf } from "@/lib/calloff/decide/scoring/queries/scores";
import { isId } from "@/lib/core/id";
import { requireMember } from "@/lib/identity/session";

/** The moderation pages' ground. Not found for whoever may read no answer of this call-off. */
export async function requireModeration(id: string) {
  const actor = await requireMember("authority");
  return (isId(id) && (await moderationOf(actor, id))) || notFound();
}
