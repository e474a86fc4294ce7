import { z } from "zod";

/** Pence as they stand in canonical JSON, which has no big whole numbers. */
const pence = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** A promise of social value that can be counted: by how much, from where, by when. */
const offer = z.object({
  criterionId: z.uuid(),
  measure: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  by: z.iso.date(),
});

const named = z.object({
  partnerId: z.uuid(),
  organisationId: z.uuid(),
  name: z.string(),
  shareBp: z.number().int(),
  /** How many units of the forecast volume it is promised; null when only a share is. */
  volume: z.number().int().nullable(),
  does: z.string(),
  vcse: z.boolean(),
});

/** The part of a tender that is read when tenders are opened: everything but prices. */
export const QualityContent = z.object({
  lotIds: z.array(z.uuid()),
  answers: z.array(z.object({ criterionId: z.uuid(), text: z.string() })),
  offers: z.array(offer),
  conditions: z.array(z.object({ conditionId: z.uuid(), met: z.boolean(), text: z.string() })),
  partners: z.array(named),
});
export type QualityContent = z.output<typeof QualityContent>;

/** The part that stays sealed until quality is locked: what each lot costs. Amounts are pence without VAT. */
export const PriceContent = z.object({
  lots: z.array(z.object({ lotId: z.uuid(), unitPence: pence, mobilisationPence: pence, vatBp: z.number().int() })),
  /** Chance that goes in with a submission, so that nobody who has the receipt's hash and the answers can try out prices. */
  blind: z.string().optional(),
});
export type PriceContent = z.output<typeof PriceContent>;

/** The empty beginnings of both parts. */
export const emptyQuality: QualityContent = { lotIds: [], answers: [], offers: [], conditions: [], partners: [] };
export const emptyPrice: PriceContent = { lots: [] };

/** What a named sub-contractor is asked to confirm, as it is sealed with its row. */
export const PartnerContent = z.object({
  shareBp: z.number().int(),
  volume: z.number().int().nullable(),
  does: z.string(),
});
export type PartnerContent = z.output<typeof PartnerContent>;

/** Each part as text, in one stable form: what is sealed, and what the receipt's hash is made from. */
export const written = (content: QualityContent | PriceContent | PartnerContent): string =>
  JSON.stringify(content, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
