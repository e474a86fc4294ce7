import { z } from "zod";
import { basisPoints } from "@/lib/core/values/share";
import { choice, line, optional, text, wholeNumber } from "@/lib/core/values/text";
import { MOST_CONDITIONS, MOST_CRITERIA } from "./rules";

const edited = { id: z.uuid(), version: wholeNumber({ label: "the version" }) };

const criterion = z
  .object({
    kind: choice(["quality", "socialValue", "price"], { message: "Choose quality, social value or price" }),
    title: line({ max: 120, label: "a title" }),
    question: text({ min: 0, max: 2000, label: "the question" }),
    guidance: text({ min: 0, max: 2000, label: "the guidance" }),
    weight: basisPoints({ label: "the weight" }),
    wordLimit: optional(wholeNumber({ min: 50, max: 2500, label: "the most words" })),
    minimum: optional(wholeNumber({ min: 1, max: 5, label: "the lowest score" })),
  })
  .transform(({ weight, ...row }) =>
    // Nobody writes an answer about price, so it keeps no question, limit or lowest score.
    row.kind === "price"
      ? { ...row, weightBp: weight, question: "", guidance: "", wordLimit: null, minimum: null }
      : { ...row, weightBp: weight },
  );

/** The criteria as their form sends them, in order. That they total 100% and keep their rules is `criteriaFaults`' business. */
export const CriteriaInput = z.object({
  ...edited,
  priceMethod: choice(["lowestOverPrice", "fixedPrice", "qualityPerPound"], { label: "how price counts" }),
  socialValueReason: text({ min: 0, max: 2000, label: "the reason" }),
  criteria: z
    .array(criterion)
    .min(1, { error: "Add at least one criterion" })
    .max(MOST_CRITERIA, { error: `Ask about ${MOST_CRITERIA} things at most` }),
});

/** Pass or fail conditions; none at all is allowed. Each says why it is asked. */
export const ConditionsInput = z.object({
  ...edited,
  conditions: z
    .array(
      z.object({
        about: choice(["service", "supplier"], { message: "Choose whether it is about the service or the supplier" }),
        title: line({ max: 120, label: "a title" }),
        text: text({ max: 2000, label: "what must be promised or shown" }),
        why: text({ max: 1000, label: "why this is asked" }),
      }),
    )
    .max(MOST_CONDITIONS, { error: `Ask for ${MOST_CONDITIONS} conditions at most` }),
});
