import { z } from "zod";

const authority = z.object({ name: z.string(), reference: z.string(), address: z.string() });
const register = z.object({ code: z.string(), title: z.string() });

const part = z.object({
  number: z.number(),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  cohort: z.string().nullable(),
  cpv: z.object({ code: z.string(), name: z.string() }),
});

const condition = z.object({
  number: z.number(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  justification: z.string(),
  rule: z.string(),
  bandFrom: z.number(),
  partNumbers: z.array(z.number()),
});

/** What a notice says of a register as a whole: of one that is intended, established or ended. Values are pence, as text. */
export const MarketFacts = z.object({
  what: z.literal("market"),
  register,
  authority,
  description: z.string(),
  usedBy: z.string(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  geography: z.object({ title: z.string(), codes: z.string() }),
  parts: z.array(part),
  bands: z.array(z.object({ number: z.number(), title: z.string(), upToPence: z.string().nullable() })),
  conditions: z.array(condition),
  decideWithin: z.number(),
  conflictsAssessed: z.boolean(),
  apply: z.string(),
  fee: z.string(),
  lightTouch: z.string(),
});
export type MarketFacts = z.output<typeof MarketFacts>;

/** What a notice says of one change among the members. */
export const ChangeFacts = z.object({
  what: z.literal("change"),
  register,
  authority,
  organisation: z.object({ reference: z.string(), name: z.string() }),
  joined: z.boolean(),
  on: z.iso.date(),
  parts: z.array(z.object({ number: z.number(), title: z.string() })),
});
export type ChangeFacts = z.output<typeof ChangeFacts>;

const named = z.object({ number: z.number(), title: z.string() });

/** Something that a notice says beside what it read from the record, under a title of its own. */
export const Statement = z.object({ title: z.string(), lines: z.array(z.string()) });
export type Statement = z.output<typeof Statement>;

/**
 * What a notice says of a call-off, as it stood when the notice was made. Values are pence with VAT, as text; instants are
 * UTC. `market` names the dynamic market and its parts (SI 2024/692, reg 21), where the competition is held in one.
 */
export const CallOffFacts = z.object({
  what: z.literal("callOff"),
  authority,
  callOff: z.object({ reference: z.string(), title: z.string(), instrument: z.string(), route: z.string() }),
  /** The reference of the notice that this one corrects. */
  corrects: z.string().nullable(),
  market: z.object({ code: z.string(), title: z.string(), parts: z.array(named) }).nullable(),
  need: z.string(),
  forWhom: z.string(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  extensionMonths: z.number(),
  estimatePence: z.string(),
  lots: z.array(
    named.extend({
      category: z.string(),
      cohort: z.string().nullable(),
      places: z.array(z.string()),
      budgetPence: z.string(),
      extensionPence: z.string(),
    }),
  ),
  criteria: z.array(named.extend({ kind: z.string(), weightBp: z.number() })),
  clarifyUntil: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  decideOn: z.iso.date().nullable(),
  conflictsAssessed: z.boolean(),
  statements: z.array(Statement),
});
export type CallOffFacts = z.output<typeof CallOffFacts>;

/** The facts of a notice, as they are kept with it. */
export const NoticeFacts = z.discriminatedUnion("what", [MarketFacts, ChangeFacts, CallOffFacts]);
export type NoticeFacts = z.output<typeof NoticeFacts>;
