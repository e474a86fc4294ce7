import type { RateUnit } from "@/lib/core/prisma/enums";

/** A search document as the database keeps it: all that the index asks of a service, and the card that it shows. */
export type Document = {
  serviceId: string;
  titleKey: string;
  lot: number;
  /** Four lines: the lexemes of the title, of the organisation's name, of the summary and of the description, apart by spaces. */
  lexemes: string;
  spoken: readonly string[];
  categoryCode: string;
  needCodes: readonly string[];
  outcomeCodes: readonly string[];
  cohortCodes: readonly string[];
  placeCodes: readonly string[];
  sex: string;
  minAge: number;
  maxAge: number | null;
  settings: readonly string[];
  method: string;
  languages: readonly string[];
  access: readonly string[];
  typeCode: string | null;
  size: string | null;
  vcse: boolean;
  led: boolean;
  consortium: boolean;
  /** "YYYY-MM-DD", or null when nothing runs out. */
  evidenceUntil: string | null;
  openPlaces: number;
  waitDays: number;
  /** The lowest price for each unit of each published list, with the days on which it holds. */
  prices: readonly { unit: RateUnit; pence: number; from: string; to: string | null }[];
  /** The JSON of its card, as it stands. */
  card: string;
};
