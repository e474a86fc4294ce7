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

/** What is asked up to a band where no part is named yet: the conditions that every part has. */
export const ofEvery = <C extends AskedOf>(conditions: readonly C[], band: number): C[] =>
  conditions.filter((condition) => condition.partNumbers.length === 0 && band >= condition.bandFrom);

/** How much each band asks for these parts, or for any part where none is named yet: how many conditions, and minutes. */
export const weighed = (
  conditions: readonly (AskedOf & { minutes: number })[],
  { bands, partNumbers }: { bands: readonly { number: number }[]; partNumbers: readonly number[] },
): { number: number; conditions: number; minutes: number }[] =>
  bands.map(({ number }) => {
    const asked =
      partNumbers.length === 0 ? ofEvery(conditions, number) : askedFor(conditions, { band: number, partNumbers });
    return { number, conditions: asked.length, minutes: asked.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
