import { notFound } from "next/navigation";
import { cache } from "react";
import { scoringOf } from "@/lib/calloff/decide/scoring/queries/scores";
import { isId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";

/** The scores page's ground: who asks, and what they may read of the call-off. Not found for whoever may read no answer. */
export const requireScoring = cache(async (id: string) => {
  const actor = await requireBuyer();
  const scoring = (isId(id) && (await scoringOf(actor, id))) || notFound();
  return { actor, scoring };
});

/** The same for a page of answers: not found, too, for whoever has not declared. */
export async function requireAnswers(id: string) {
  const { scoring } = await requireScoring(id);
  return scoring.mayRead ? scoring : notFound();
}
