import type { Reference } from "@/lib/reference/snapshot";

/** Rows by table, in an order in which they can be written. */
export type Rows = Record<
  | "Organisation"
  | "Provider"
  | "ProfileAnswer"
  | "Consortium"
  | "Membership"
  | "Service"
  | "ServiceVersion"
  | "RateCard"
  | "RateLine",
  Record<string, unknown>[]
> & {
  /** Price lists that were published, and hold no longer. */
  before: { rateCardId: string }[];
  /** What a service becomes once its version and prices are there. */
  standing: { id: string; publishedId: string; rateCardId: string; state: string }[];
};

/** Where and under what the generated services stand. */
export type Ground = {
  reference: Reference;
  parts: { id: string; categoryCode: string }[];
  /** Conditions of which an answer runs out. */
  conditions: { id: string }[];
};

const start = Date.UTC(2026, 0, 5, 9);

/** The moment so many hours after the register began. */
export const moment = (after: number): string => new Date(start + after * 3_600_000).toISOString();
