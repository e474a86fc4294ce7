import { z } from "zod";
import { text } from "@/lib/core/values/text";

const missing = "We could not find that.";

export const AskInput = z.object({
  organisationId: z.guid(missing),
  message: text({ max: 500, label: "what you do there", message: "Say what you do there" }),
});
export const AnswerInput = z.object({ requestId: z.guid(missing) });
export const RefuseInput = z.object({
  requestId: z.guid(missing),
  reason: text({ max: 500, label: "the reason", message: "Say why you are not letting them in" }),
});
