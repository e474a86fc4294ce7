/** The value below which this share of the values lies (nearest rank); 0.5 is the median of an odd number. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("There is no percentile of nothing");
  if (!(share >= 0 && share <= 1)) throw new RangeError("A share is from 0 to 1");
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const below = percentile(values, 0.5);
  return values.length % 2 === 1 ? below : (below + percentile(values, 0.5 + 1 / values.length)) / 2;
}

/** How far the rounds lie apart, as a share of their median; nought for a single round. */
export function spread(rounds: readonly number[]): number {
  const middle = median(rounds);
  return middle === 0 ? 0 : (Math.max(...rounds) - Math.min(...rounds)) / middle;
}

/** Beyond this spread a figure says more about the machine than about the program. */
export const NOISY_FROM = 0.3;

export const isNoisy = (rounds: readonly number[]): boolean => spread(rounds) > NOISY_FROM;

/**
 * How a subject stands to its floor: the median of the ratios of each round. Both were measured in the same round, so
 * that a machine that slows down half way slows both.
 */
export function ratio(subject: readonly number[], floor: readonly number[]): number {
  if (subject.length !== floor.length) throw new RangeError("A ratio is of the same rounds");
  return median(subject.map((value, round) => value / (floor[round] ?? Number.NaN)));
}
