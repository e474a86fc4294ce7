import { z } from "zod";
import { choices, optional, text } from "@/lib/core/values/text";

/** What may be done instead of taking the only tender, or when there is none. */
export const alternatives = ["extend", "relot", "negotiate", "grant"] as const;
export type Alternative = (typeof alternatives)[number];

const LotChoice = z.object({
  lotId: z.uuid(),
  /** "nobody" when no tender for the lot is taken. */
  tenderId: z
    .union([z.uuid(), z.literal("nobody")], { error: "Choose who wins this lot, or nobody" })
    .transform((id) => (id === "nobody" ? null : id)),
  reason: text({ max: 2000, label: "the reason for this decision" }),
  tieBreak: optional(text({ max: 2000, label: "how the tie is settled" })).default(null),
  considered: choices(alternatives, { label: "what you considered" }).default([]),
  singleBid: optional(text({ max: 2000, label: "why you decide this" })).default(null),
});
export type LotChoice = z.output<typeof LotChoice>;

/** A proposal: one decision for every lot. */
export const ProposeInput = z.object({ id: z.uuid(), lots: z.array(LotChoice).min(1).max(50) });

export const ReconsiderInput = z.object({
  id: z.uuid(),
  reason: text({ max: 2000, label: "why the award is reconsidered" }),
});
