import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import { basisPoints } from "@/lib/core/values/share";
import { optional, text, wholeNumber } from "@/lib/core/values/text";
import { pickedBudgets } from "../../budget/schema";
import { eachOnce, noConflict } from "../../given";
import { MOST_FUNDERS } from "../../purchase/schema";

export const MOST_LOTS = 40;

const organisationId = z.uuid({ error: "Choose an organisation" });
const lotId = z.uuid();
const edited = { id: z.uuid(), version: wholeNumber({ label: "the version" }) };

/** A share left empty, or nought, is not paid. */
const others = <T extends z.ZodType<bigint | number, unknown>>(share: T) =>
  z
    .array(z.object({ organisationId, shares: z.array(z.object({ lotId, share: optional(share) })).max(MOST_LOTS) }))
    .max(MOST_FUNDERS);

/** Who pays beside the lead authority, and how much of each lot: in percent, or in pounds. The lead pays the rest. */
export const FundersInput = z
  .discriminatedUnion(
    "method",
    [
      z.object({
        ...edited,
        method: z.literal("percent"),
        others: others(basisPoints({ max: 10_000, label: "the percentage" })),
      }),
      z.object({ ...edited, method: z.literal("pounds"), others: others(pence({ label: "the amount" })) }),
    ],
    { error: "Choose percentages or pounds" },
  )
  .superRefine(eachOnce);

const reason = text({ max: 2000, label: "the reason" });

export const AgreeInput = z.object({ id: z.uuid(), conflict: noConflict });
export const DeclineInput = z.object({ id: z.uuid(), reason });

/** A budget for each financial year of the term. A body that pays nothing of what is awarded approves without one. */
export const ApproveInput = z.object({
  id: z.uuid(),
  budgets: pickedBudgets.default({}),
  conflict: noConflict,
});
export const RefuseInput = z.object({ id: z.uuid(), reason });
