import type { CallOffRoute, Instrument } from "@/lib/core/prisma/enums";
import type { CallOffLaw } from "../record/rules";
import type { Because } from "./rules";

/** Every way to meet a need, in the order from the lightest: a purchase from the rate card is a record of its own. */
export const ways = [
  "rateCard",
  "quotes",
  "belowThreshold",
  "marketCompetition",
  "directAward",
  "grantRound",
  "directGrant",
] as const satisfies readonly (CallOffRoute | "rateCard")[];
export type Way = (typeof ways)[number];

/** Why one supplier may be chosen without a competition (Procurement Act 2023 s41 and Schedule 5, s43), or because it is small enough for our own limit. */
export const grounds = [
  "smallValue",
  "userChoice",
  "singleSupplier",
  "additionalOrRepeat",
  "urgency",
  "novel",
  "noSuitableTender",
] as const;
export type Ground = (typeof grounds)[number];

/** Something of the same kind that the same authority buys in the same places within a year. */
export type SameNeed = { id: string; what: "callOff" | "purchase"; reference: string; title: string; pence: bigint };

/** Everything that the routes of a call-off hang on. `law` is that of the day and the value. */
export type ChooserQuestion = {
  instrument: Instrument;
  /** All lots with their extensions, in pence with VAT. */
  estimatePence: bigint;
  lots: number;
  /** The categories of the lots that no part of an open dynamic market buys, by name; null where there is no market at all. */
  market: { title: string; missing: readonly string[] } | null;
  law: CallOffLaw;
  /** The amount from which a small contract needs notices (s87(4)); null where none is known for the day. */
  noticeFromPence: bigint | null;
  /** The amount above which a contract is published whole (s53(3)). */
  publishOverPence: bigint | null;
  same: readonly SameNeed[];
  /** Whether a competition for the same need ended with no suitable tender within the last year. */
  failedBefore: boolean;
  /** What the authority lets itself buy without a competition in the year of the start. */
  allowance: { capPence: bigint; usedPence: bigint; year: string };
  rules: { find: (code: string) => { source: string } | undefined };
};

/** Allowed as it is, allowed with a reason on record, or not allowed. */
export type Standing = "lawful" | "withReason" | "unlawful";

/** One stretch of a timetable, in calendar days. What the law does not set is ours. */
export type Stretch = { label: string; days: number; byLaw: boolean };

/** One way to meet the need: whether it is allowed and why, how long it takes, and what it asks of whom. */
export type RouteChoice = {
  way: Way;
  standing: Standing;
  /** What decided it comes first. */
  because: Because[];
  timetable: Stretch[];
  /** UK codes of the notices it makes, in order, with what makes each due. */
  notices: { code: string; why: string }[];
  /** Our own estimate of what it costs a small charity to take part, in hours. */
  effortHours: number;
  /** What must be done or published afterwards. */
  after: Because[];
  /** Which justifications may be named; none unless one supplier is chosen for a contract. */
  grounds: Ground[];
  /** What the reason is about, when one is needed. */
  reasonFor: "split" | "oneSupplier" | "publicBenefit" | null;
};
