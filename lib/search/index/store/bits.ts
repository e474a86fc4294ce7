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
export function countOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
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
