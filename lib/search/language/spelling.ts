import type { Vocabulary } from "../ask";

/** How many slips a word of this length is mended of. Shorter words than three letters are too near to everything. */
export const slipsAllowed = (word: string): number => (word.length < 3 ? 0 : word.length <= 5 ? 1 : 2);

/**
 * The words nearest to one that nothing says: those with the fewest slips first, then those that most services say, then
 * A to Z; at most `most` of them. A slip is a letter too many, too few or wrong, or two neighbours swapped.
 */
export function nearestWords(typed: string, vocabulary: Vocabulary, most = 5): string[] {
  const word = typed.toLowerCase();
  const allowed = slipsAllowed(word);
  const near: { word: string; count: number; slips: number }[] = [];
  if (allowed === 0) return [];
  for (const [known, count] of vocabulary) {
    if (Math.abs(known.length - word.length) > allowed) continue;
    const slips = slipsBetween(word, known, allowed);
    if (slips <= allowed) near.push({ word: known, count, slips });
  }
  return near
    .sort((one, other) => one.slips - other.slips || other.count - one.count || (one.word < other.word ? -1 : 1))
    .slice(0, most)
    .map((found) => found.word);
}

const LONGEST = 64;
/** Three rows of the table, used again for each pair: nothing is made while 100,000 words are gone through. */
let [before, above, here] = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * The distance of Damerau and Levenshtein between two words, in which no letter is touched twice (optimal string
 * alignment); `most + 1` for words that are further apart than `most`. Only cells that could still end within it are filled in.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const [rows, columns] = [one.length, other.length];
  if (Math.abs(rows - columns) > most || rows > LONGEST || columns > LONGEST) return most + 1;
  for (let column = 0; column <= columns; column += 1) above[column] = Math.min(column, most + 1);
  for (let row = 1; row <= rows; row += 1) {
    const [from, to] = [Math.max(1, row - most), Math.min(columns, row + most)];
    const letter = one.charCodeAt(row - 1);
    const earlier = one.charCodeAt(row - 2);
    here[from - 1] = from === 1 ? Math.min(row, most + 1) : most + 1;
    let least = at(here, from - 1);
    for (let column = from; column <= to; column += 1) {
      const theirs = other.charCodeAt(column - 1);
      const added = column <= row + most - 1 ? at(above, column) + 1 : most + 1;
      let slips = Math.min(added, at(here, column - 1) + 1, at(above, column - 1) + (letter === theirs ? 0 : 1));
      if (row > 1 && column > 1 && letter === other.charCodeAt(column - 2) && earlier === theirs)
        slips = Math.min(slips, at(before, column - 2) + 1);
      here[column] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, above, here] = [above, here, before];
  }
  return Math.min(at(above, columns), most + 1);
}

/** A cell, or one that no way leads through. */
const at = (row: Uint8Array, column: number): number => row[column] ?? LONGEST;
