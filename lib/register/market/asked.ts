/** What says of whom a condition is asked: from which value band on, and for which parts. No part named means every part. */
export type AskedOf = { bandFrom: number; partNumbers: readonly number[] };

/**
 * Whether a condition is asked of whoever wants this part up to this value band, so that what is asked stays in
 * proportion to what could be bought (Procurement Act 2023, s36(4)). Bands and parts are given by their numbers.
 */
export const isAsked = ({ bandFrom, partNumbers }: AskedOf, wanted: { band: number; partNumber: number }): boolean =>
  wanted.band >= bandFrom && (partNumbers.length === 0 || partNumbers.includes(wanted.partNumber));

/** The conditions that an application for these parts, up to this band, has to answer: those asked for any one of them. */
export const askedFor = <C extends AskedOf>(
  conditions: readonly C[],
  { band, partNumbers }: { band: number; partNumbers: readonly number[] },
): C[] => conditions.filter((condition) => partNumbers.some((partNumber) => isAsked(condition, { band, partNumber })));
