import { z } from "zod";
import { addMonths } from "@/lib/core/moment";
import { isoDay, line, text, wholeNumber, yesNo } from "@/lib/core/text";
import standard from "@/prisma/register/standard.json";
import { unlawful } from "./rules";

const Condition = z.object({
  title: line({ max: 80, label: "a title" }),
  text: text({ max: 400, label: "what is asked" }),
  help: text({ max: 400, label: "some help" }),
  justification: text({ max: 400, label: "why it is asked" }),
  orEquivalent: yesNo({ message: "Say whether something equal is accepted" }),
  minutes: wholeNumber({ min: 1, max: 60, label: "the minutes" }),
});

/**
 * What a steward sends to establish the register. The words of the standard conditions may be changed here, and only
 * here: each is held to the law, and none changes once the register stands.
 */
export const EstablishInput = z
  .object({
    opensOn: isoDay({ label: "the first day" }),
    closesOn: isoDay({ label: "the last day" }),
    conditions: z.array(Condition).length(standard.conditions.length).default(standard.conditions),
  })
  .superRefine(({ opensOn, closesOn, conditions }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (closesOn < addMonths(opensOn, 12)) refuse(["closesOn"], "The register must run for a year or more");
    conditions.forEach((condition, at) => {
      for (const { field, message } of unlawful(condition)) refuse(["conditions", at, field], message);
    });
  });

/** What a steward starts from. */
export const standardConditions = standard.conditions;
export const standardYears = standard.years;
