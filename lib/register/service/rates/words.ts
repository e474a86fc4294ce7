import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { day, percent, pounds } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";
import { complexityWords, unitWords, volumeWords } from "../words";
import type { standingOf } from "./dates";

/** What people read of where a price list stands. */
export const standingWords: Record<ReturnType<typeof standingOf>, { label: string; tone: Tone }> = {
  written: { label: "Not published", tone: "note" },
  waiting: { label: "Waiting", tone: "wait" },
  inForce: { label: "In force", tone: "good" },
  ended: { label: "Ended", tone: "neutral" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};

/** The days of a price list: "from 1 April 2027", "1 April 2027 to 31 March 2028". */
export const daysWords = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }): string =>
  validTo === null
    ? `from ${day(validFrom.toISOString())}`
    : `${day(validFrom.toISOString())} to ${day(validTo.toISOString())}`;

type Priced = {
  what: string;
  unit: RateUnit;
  complexity: Complexity;
  pence: bigint;
  vatBp: number;
  volumeFrom: number;
  volumeTo: number | null;
};

/** What a price is for, without the price: "One-to-one session (a session, high, 1 to 20)". */
export function thingWords({ what, unit, complexity, volumeFrom, volumeTo }: Omit<Priced, "pence" | "vatBp">): string {
  const more = [
    unitWords[unit].per,
    ...(complexity === "any" ? [] : [`${complexityWords[complexity].toLowerCase()} level`]),
    ...(volumeFrom === 1 && volumeTo === null ? [] : [volumeWords({ volumeFrom, volumeTo })]),
  ];
  return `${what} (${more.join(", ")})`;
}

/** A price with its VAT: "£85.00", "£85.00 and 20% VAT". */
export const priceWords = ({ pence, vatBp }: Pick<Priced, "pence" | "vatBp">): string =>
  vatBp === 0 ? pounds(pence) : `${pounds(pence)} and ${percent(vatBp)} VAT`;

/** The arithmetic of an uplift, for whoever buys there. */
export const upliftWords = (
  pence: bigint,
  { place, upliftBp, unitPence }: { place: string; upliftBp: number; unitPence: bigint },
) => `${pounds(pence)} and ${percent(upliftBp)} more in ${place} is ${pounds(unitPence)}.`;

/** The acts on prices, for a history. */
export const rateEventWords = {
  saveRates: "Prices were saved",
  withdrawRates: "Prices that had not begun were withdrawn",
  takeUpRates: "Prices came into force",
  saveCosts: "What it costs was worked out",
} as const;
