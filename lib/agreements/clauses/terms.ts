import { z } from "zod";
import { ofBp } from "@/lib/core/values/share";

/** Pence as they stand in JSON, which has no big whole numbers. */
const pence = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

const promise = z.object({
  /** The question that it answers. */
  title: z.string(),
  measure: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  by: z.iso.date(),
});

const partner = z.object({
  name: z.string(),
  shareBp: z.number().int(),
  /** How many units of the forecast it is promised; null when only a share is. */
  volume: z.number().int().nullable(),
  does: z.string(),
  vcse: z.boolean(),
});

/**
 * What an agreement from a call-off rests on, as it stood when it was drawn up: what the call-off asked for, what the
 * winning tender promised, and who pays. Names are kept with it, so that a later change of a list or a name changes nothing.
 */
export const AgreementTerms = z.object({
  need: z.string(),
  forWhom: z.string(),
  lot: z.object({
    number: z.number().int(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    cohort: z.string().nullable(),
    places: z.array(z.string()),
    unit: z.string(),
  }),
  outcomes: z.array(z.string()),
  route: z.string().nullable(),
  extensionMonths: z.number().int(),
  mobilisationWeeks: z.number().int(),
  /** The share of the work that the specification asks to go to voluntary organisations. */
  vcseShareBp: z.number().int().nullable(),
  /** The forecast of the whole first term, in units of the lot. */
  volume: z.number().int(),
  unitPence: pence,
  mobilisationPence: pence,
  tender: z.object({ reference: z.string(), hash: z.string() }),
  promises: z.array(promise),
  conditions: z.array(z.object({ title: z.string(), text: z.string(), said: z.string() })),
  partners: z.array(partner),
  funders: z.array(
    z.object({
      organisationId: z.uuid(),
      name: z.string(),
      shareBp: z.number().int(),
      pence,
      approvedById: z.uuid().nullable(),
      approvedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Grants: the most that the organisation may hold in reserve from it; null when its income is not known. */
  reservePence: pence.nullable(),
  /** Bonds: who carries the risk, and the most that it may earn on what it paid in. */
  investor: z.string().nullable(),
  returnCapBp: z.number().int().nullable(),
});
export type AgreementTerms = z.output<typeof AgreementTerms>;

/** What was kept with an agreement; null for one that came from a purchase. */
export const termsIn = (row: { terms: { facts: unknown } | null }): AgreementTerms | null =>
  row.terms && AgreementTerms.parse(row.terms.facts);

/** The most that a grant may leave in a charity's reserves: a fifth of its yearly income by default. Pence. */
export const reserveCap = (incomePence: bigint): bigint => ofBp(incomePence, RESERVE_BP);
export const RESERVE_BP = 2000;

/** The unit price holds while the volume of a year stays within so much of its forecast, each way. */
export const VOLUME_BAND_BP = 2000;

/** How many units the price holds for: the forecast less and more a fifth, in whole units, rounded inwards. */
export const volumeBand = (volume: number): { from: number; to: number } => ({
  from: Math.ceil((volume * (10_000 - VOLUME_BAND_BP)) / 10_000),
  to: Math.floor((volume * (10_000 + VOLUME_BAND_BP)) / 10_000),
});
