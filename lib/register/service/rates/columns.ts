import type { Prisma } from "@/lib/core/prisma/client";

/** One price of a list, as it is read. */
const rateLineColumns = {
  id: true,
  number: true,
  what: true,
  unit: true,
  complexity: true,
  pence: true,
  vatBp: true,
  volumeFrom: true,
  volumeTo: true,
} satisfies Prisma.RateLineSelect;

/** What a list holds: its prices in order, and what is added to them in which place. */
export const rateColumns = {
  lines: { select: rateLineColumns, orderBy: { number: "asc" } },
  uplifts: { select: { placeCode: true, upliftBp: true }, orderBy: { placeCode: "asc" } },
} satisfies Prisma.RateCardSelect;
