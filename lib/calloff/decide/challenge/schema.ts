import { z } from "zod";
import { text } from "@/lib/core/values/text";

export const RecordChallengeInput = z.object({
  /** The call-off's. */
  id: z.uuid(),
  organisationId: z.uuid({ error: "Choose who objects" }),
  grounds: text({ max: 5000, label: "what they object to" }),
});

export const DecideChallengeInput = z.object({
  id: z.uuid(),
  outcome: text({ max: 5000, label: "the outcome" }),
});
