import { notFound } from "next/navigation";
import { cache } from "react";
import { moderationOf } from "@/lib/calloff/decide/scoring/queries/scores";
import { isId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";

/** The moderation pages' ground. Not found for whoever may read no answer of this call-off. */
export const requireModeration = cache(async (id: string) => {
  const actor = await requireBuyer();
  return (isId(id) && (await moderationOf(actor, id))) || notFound();
});
