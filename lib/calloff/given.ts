import type { z } from "zod";
import { isId } from "@/lib/core/values/id";
import { choice, reader } from "@/lib/core/values/text";

/** An id, in small letters. What has not the form of one is refused as what cannot be found. */
export const idGiven = reader((raw, fail) => (isId(raw) ? raw.toLowerCase() : fail("We could not find that.")));

/** Whoever proposes, agrees or approves says that they have no conflict of interest; anything else is refused. */
export const noConflict = choice(["none"], { message: "Say whether you have a conflict of interest" });

/** Refuses, at its field, an organisation that stands twice among those who pay beside the first. */
export function eachOnce({ others }: { others: readonly { organisationId: string }[] }, context: z.RefinementCtx) {
  const seen = new Set<string>();
  for (const [at, { organisationId }] of others.entries()) {
    if (seen.has(organisationId))
      context.addIssue({
        code: "custom",
        path: ["others", at, "organisationId"],
        message: "This organisation is here twice",
      });
    seen.add(organisationId);
  }
}
