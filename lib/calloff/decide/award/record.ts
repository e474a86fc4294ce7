import { z } from "zod";
import { alternatives } from "./schema";

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
  /** How much of the price is for getting ready; not kept with the first decisions. */
  mobilisationPence: z.string().optional(),
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
