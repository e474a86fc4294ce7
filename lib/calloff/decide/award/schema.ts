import { z } from "zod";
import { choices, optional, text } from "@/lib/core/text";

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

const standing = z.object({
  totalPence: z.string(),
  organisations: z.number(),
  shareBp: z.number().nullable(),
  topSixBp: z.number().nullable(),
  hhi: z.number().nullable(),
});
export type StandingRecord = z.output<typeof standing>;
const change = z.object({ before: standing, after: standing });

/** The concentration as it stood when an award was proposed; empty where nobody won. Pence are text; `place` is the category in the lot's places alone. */
export const ConcentrationRecord = z.object({ category: change, place: change });
export type ConcentrationRecord = z.output<typeof ConcentrationRecord>;

const criterion = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  kind: z.enum(["quality", "socialValue", "price"]),
  weightBp: z.number(),
});

const answer = z.object({ criterionId: z.string(), score: z.number(), reason: z.string(), points: z.number() });

const ranked = z.object({
  id: z.string(),
  reference: z.string(),
  organisationId: z.string(),
  name: z.string(),
  /** Null for a tender that may not win; `fails` says why. */
  place: z.number().nullable(),
  /** Points in thousandths. */
  quality: z.number(),
  socialValue: z.number(),
  price: z.number(),
  total: z.number(),
  pricePence: z.string(),
  vatPence: z.string(),
  answers: z.array(answer),
  fails: z.array(z.string()),
});
export type RankedTender = z.output<typeof ranked>;

/** The ranking that a decision rests on, whole, as it stood: nothing that is changed later changes it. */
export const RankingRecord = z.object({
  method: z.enum(["lowestOverPrice", "fixedPrice", "qualityPerPound"]),
  lowestPence: z.string().nullable(),
  criteria: z.array(criterion),
  tenders: z.array(ranked),
  winnerId: z.string().nullable(),
  undecidedIds: z.array(z.string()),
  /** How many tenders came for the lot, disregarded ones too. */
  received: z.number(),
  considered: z.array(z.enum(alternatives)),
  disregarded: z.array(z.object({ reference: z.string(), name: z.string(), reason: z.string() })),
});
export type RankingRecord = z.output<typeof RankingRecord>;
