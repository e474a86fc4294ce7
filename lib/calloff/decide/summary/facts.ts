import { z } from "zod";

const line = z.object({
  number: z.number(),
  title: z.string(),
  kind: z.enum(["quality", "socialValue", "price"]),
  weightBp: z.number(),
  /** From 0 to 5; null for the price. */
  score: z.number().nullable(),
  reason: z.string(),
  /** Thousandths of a point. */
  points: z.number(),
});
export type SummaryLine = z.output<typeof line>;

const assessed = z.object({
  /** Thousandths of a point, all criteria together. */
  total: z.number(),
  /** Pence without VAT, and the VAT, as text. */
  pricePence: z.string(),
  vatPence: z.string(),
  lines: z.array(line),
});
export type Assessed = z.output<typeof assessed>;

const lot = z.object({
  number: z.number(),
  title: z.string(),
  outcome: z.enum(["won", "lost", "nobody"]),
  /** How many tenders were ranked for the lot, and the place of one's own; null when it could not win. */
  ranked: z.number(),
  place: z.number().nullable(),
  /** Why one's own tender could not win, if it could not. */
  fails: z.array(z.string()),
  own: assessed,
  winner: assessed.extend({ name: z.string() }).nullable(),
  /** Why the decision was made, and how a tie was settled. */
  reason: z.string(),
  tieBreak: z.string().nullable(),
});
export type SummaryLot = z.output<typeof lot>;

/**
 * What one tenderer is told of how it was assessed (Procurement Act 2023, s50(4), and the Procurement Regulations 2024,
 * reg 31): for each lot its own scores and the winner's, with the explanation of each. Nothing of any other tender.
 */
export const SummaryFacts = z.object({
  callOff: z.object({ reference: z.string(), title: z.string() }),
  authority: z.string(),
  tenderer: z.string(),
  tender: z.string(),
  lots: z.array(lot),
});
export type SummaryFacts = z.output<typeof SummaryFacts>;
