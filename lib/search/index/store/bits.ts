/** A set of slots: bit n says whether slot n is in it. What lies beyond the end of the array is not. */
export type Bits = Uint32Array;

/** How many words of 32 bits hold so many slots. */
export const wordsFor = (slots: number): number => (slots + 31) >>> 5;

/** No slot at all, with room for so many. */
export const noBits = (slots: number): Bits => new Uint32Array(wordsFor(slots));

export const hasBit = (bits: Bits, slot: number): boolean => (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;

export function addBit(bits: Bits, slot: number): void {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

export function removeBit(bits: Bits, slot: number): void {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
}

/** Adds what is in another set. */
export function include(bits: Bits, more: Bits): void {
  const length = Math.min(bits.length, more.length);
  for (let at = 0; at < length; at++) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0);
}

/** Keeps what is in another set too. */
export function narrow(bits: Bits, others: Bits): void {
  const length = Math.min(bits.length, others.length);
  for (let at = 0; at < length; at++) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0);
  bits.fill(0, length);
}

/** Takes out what is in another set. */
export function exclude(bits: Bits, others: Bits): void {
  const length = Math.min(bits.length, others.length);
  for (let at = 0; at < length; at++) bits[at] = (bits[at] ?? 0) & ~(others[at] ?? 0);
}

/** How many slots are in it. */
export const countOf = (bits: Bits): number => countBoth(bits, bits);

/** How many slots are in both of two sets. */
function countBoth(one: Bits, other: Bits): number {
  const length = Math.min(one.length, other.length);
  let count = 0;
  for (let at = 0; at < length; at++) count += onesIn((one[at] ?? 0) & (other[at] ?? 0));
  return count;
}

/**
 * Counts how many of some slots are in other sets, one set after another. Where the slots stand in few words, only those
 * words are looked at.
 */
export function counter(bits: Bits): (other: Bits) => number {
  let filled = 0;
  for (let at = 0; at < bits.length; at++) if (bits[at] !== 0) filled++;
  if (filled * 2 > bits.length) return (other) => countBoth(bits, other);
  const places = new Uint32Array(filled);
  const words = new Uint32Array(filled);
  let next = 0;
  for (let at = 0; at < bits.length; at++) {
    const word = bits[at] ?? 0;
    if (word === 0) continue;
    places[next] = at;
    words[next++] = word;
  }
  return (other) => {
    let count = 0;
    for (let at = 0; at < filled; at++) count += onesIn((words[at] ?? 0) & (other[places[at] ?? 0] ?? 0));
    return count;
  };
}

/** How many bits of a word are set: they are added up in pairs, then in fours, then in bytes. */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The slots in it, ascending; `count` is how many they are. */
export function slotsIn(bits: Bits, count: number): Uint32Array {
  const slots = new Uint32Array(count);
  let next = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    while (word !== 0) {
      slots[next++] = (at << 5) + 31 - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return slots;
}

/** Keeps the slots whose number in a column stands between two others, both included. What is not a number does not. */
export function keepBetween(bits: Bits, values: ArrayLike<number>, least: number, most: number): void {
  for (let at = 0; at < bits.length; at++) {
    let left = bits[at] ?? 0;
    let kept = left;
    while (left !== 0) {
      const lowest = left & -left;
      const value = values[(at << 5) + 31 - Math.clz32(lowest)] ?? Number.NaN;
      if (!(value >= least && value <= most)) kept ^= lowest;
      left ^= lowest;
    }
    bits[at] = kept;
  }
}
