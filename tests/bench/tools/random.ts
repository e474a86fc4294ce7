/** Chance that is the same for the same seed, on every machine (mulberry32). */
export type Chance = {
  /** From nought, to but not including one. */
  next: () => number;
  /** A whole number from `from` to `to`, both possible. */
  whole: (from: number, to: number) => number;
  /** True so often. */
  often: (share: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** One of the keys, as often as its weight says. */
  weighted: <T extends string>(weights: Record<T, number>) => T;
  /** Some different ones, in the order drawn. */
  some: <T>(from: readonly T[], count: number) => T[];
  /** A UUID that sorts by when it was drawn. */
  id: () => string;
};

const firstBirth = Date.UTC(2026, 0, 1);

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  let born = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const [first] = from;
    if (first === undefined) throw new RangeError("There is nothing to pick from");
    return from[whole(0, from.length - 1)] ?? first;
  };
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return {
    next,
    whole,
    pick,
    often: (share) => next() < share,
    weighted: <T extends string>(weights: Record<T, number>) => {
      const entries: [T, number][] = [];
      for (const key in weights) entries.push([key, weights[key]]);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return pick(entries)[0];
    },
    some: (from, count) => {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
    id: () => {
      const at = (firstBirth + born++).toString(16).padStart(12, "0");
      return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
