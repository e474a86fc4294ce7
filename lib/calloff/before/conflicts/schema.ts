import { z } from "zod";
import { choice, text, wholeNumber } from "@/lib/core/values/text";

export const AssessmentInput = z.object({
  id: z.uuid(),
  version: wholeNumber({ label: "the version" }),
  assessment: text({ max: 5000, label: "the assessment of conflicts" }),
});

/** What a person says of themselves. Somebody with a conflict says what it is. */
export const DeclarationInput = z
  .object({
    id: z.uuid(),
    conflict: choice(["none", "conflict"], { message: "Say whether you have a conflict of interest" }),
    detail: text({ min: 0, max: 2000, label: "what the conflict is" }),
  })
  .superRefine(({ conflict, detail }, context) => {
    if (conflict === "conflict" && detail === "")
      context.addIssue({ code: "custom", path: ["detail"], message: "Say what the conflict is" });
  });

export const StepInput = z.object({ id: z.uuid() });
export const ReviseInput = z.object({ id: z.uuid(), reason: text({ max: 2000, label: "the reason" }) });
