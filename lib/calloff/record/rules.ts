import type { CallOffState, Instrument } from "@/lib/core/prisma/enums";
import type { Day } from "@/lib/reference/calendar";
import { type Threshold, thresholdOn } from "@/lib/reference/thresholds";

/** What the law makes of a call-off on one day: everything that the rules of its sections hang on. */
export type CallOffLaw = {
  on: Day;
  isCentral: boolean;
  /** Whether all that is bought falls under light touch codes. */
  lightTouch: boolean;
  /** A grant buys nothing, so the Procurement Act does not reach it. */
  procurement: boolean;
  /** The threshold that this purchase is compared with; null where none is known for the day. */
  thresholdPence: bigint | null;
  /** Whether the estimate reaches the threshold. "Not less than" is the law's word, so an equal amount is above. */
  above: boolean;
};

type Asked = {
  instrument: Instrument;
  /** All lots with their extensions, in pence with VAT. */
  estimatePence: bigint;
  isCentral: boolean;
  lightTouch: boolean;
  on: Day;
  thresholds: readonly Threshold[];
};

/**
 * The state by the clock: what still says that it is published is closed from its close on. Between the two lies the moment
 * in which the row is moved; every page says what this says.
 */
export const stateAt = (
  { state, closesAt }: { state: CallOffState; closesAt: Date | null },
  now: Date,
): CallOffState => (state === "published" && closesAt !== null && now >= closesAt ? "closed" : state);

/** The regime of a call-off: by instrument, value with VAT and extensions, kind of authority, codes and day (Procurement Act 2023 s3, s85, Schedule 1). */
export function lawOf({ instrument, estimatePence, isCentral, lightTouch, on, thresholds }: Asked): CallOffLaw {
  const procurement = instrument !== "grant";
  const kind = lightTouch ? "lightTouch" : isCentral ? "servicesCentralGovernment" : "servicesSubCentral";
  const found = procurement ? thresholdOn(thresholds, kind, on) : undefined;
  return {
    ...{ on, isCentral, lightTouch, procurement },
    thresholdPence: found?.pence ?? null,
    above: procurement && (!found || estimatePence >= found.pence),
  };
}
