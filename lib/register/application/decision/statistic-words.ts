import { sizeWords } from "@/lib/register/profile/words";
import { type ReasonCode, reasonWords } from "./reason-words";
import type { KindRow, SizeRow } from "./statistic-rules";

/** Who was admitted, in two pairs. */
export const kindWords: Record<KindRow["kind"], string> = {
  sme: "Micro, small or medium-sized",
  notSme: "Large, or size not known",
  vcse: "Voluntary, community or social enterprise",
  notVcse: "Not of the voluntary sector",
};

export const sizeLabel = (size: SizeRow["size"]): string => (size === "unknown" ? "Not known" : sizeWords[size].label);

export const refusalLabel = (code: ReasonCode | "other"): string =>
  code === "other" ? "In free words only" : reasonWords[code].label;

/** A month as people say it: "March 2026". */
export const monthLabel = (month: string): string =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A number of working days, or a dash where nothing was decided. */
export const daysLabel = (days: number | null): string => (days === null ? "–" : String(days));

/** How long a decision takes, for the public: one sentence, or nothing before there is a decision. */
export const decisionPace = (median: number | null): string =>
  median === null ? "" : `Half of the applications of the last 12 months were decided within ${median} working days.`;
