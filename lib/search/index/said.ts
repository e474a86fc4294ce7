import { partScores, wordParts } from "../ask";
import { nameOf, type Term, type Tree } from "../language/tsquery";
import { addBit, type Bits, exclude, include, narrow, noBits } from "./store/bits";
import { bitsOf, type Posting } from "./store/postings";
import type { Shelf } from "./store/shelf";

/** Service ids that say each phrase, by the phrase's tsquery text: only PostgreSQL knows positions. */
export type Phrases = ReadonlyMap<string, ReadonlySet<string>>;

/** The tsquery texts of the phrases in a search by words: what PostgreSQL must be asked first. */
export function phrasesIn(tree: Tree): string[] {
  switch (tree.kind) {
    case "term":
      return [];
    case "phrase":
      return [tree.query];
    case "not":
      return phrasesIn(tree.part);
    default:
      return [...new Set(tree.parts.flatMap(phrasesIn))];
  }
}

/** Looks terms up, each once for a question. */
export type LookUp = (term: Term) => Posting;

export function lookUpIn({ postings, slots }: Shelf): LookUp {
  const found = new Map<string, Posting>();
  return (term) => {
    const name = nameOf(term);
    const posting = found.get(name) ?? postings.find(term, slots);
    found.set(name, posting);
    return posting;
  };
}

/** The slots that say what is asked; some of them may be dead. Throws where a phrase was not asked of PostgreSQL. */
export function saying(tree: Tree, shelf: Shelf, lookUp: LookUp, phrases: Phrases | undefined): Bits {
  const { slots } = shelf;
  switch (tree.kind) {
    case "term":
      return bitsOf(lookUp(tree), slots);
    case "phrase": {
      const found = noBits(slots);
      for (const id of phrases?.get(tree.query) ?? unasked()) {
        const slot = shelf.slotOf(id);
        if (slot >= 0) addBit(found, slot);
      }
      return found;
    }
    case "not": {
      const found = noBits(slots).fill(0xffff_ffff);
      exclude(found, saying(tree.part, shelf, lookUp, phrases));
      return found;
    }
    default: {
      const [first, ...others] = tree.parts;
      if (!first) return noBits(slots);
      const found = saying(first, shelf, lookUp, phrases);
      const join = tree.kind === "and" ? narrow : include;
      for (const part of others) join(found, saying(part, shelf, lookUp, phrases));
      return found;
    }
  }
}

/** The key of each slot by relevance: nought less what each term counts for, by the most telling part that it stands in. */
export function relevance(terms: readonly Term[], slots: number, lookUp: LookUp): Float64Array {
  const scores = wordParts.map((part) => partScores[part]);
  const keys = new Float64Array(slots);
  for (const term of terms) {
    const { entries, length } = lookUp(term);
    for (let at = 0; at < length; at++) {
      const entry = entries[at] ?? 0;
      keys[entry >>> 2] = (keys[entry >>> 2] ?? 0) - (scores[entry & 3] ?? 0);
    }
  }
  return keys;
}

function unasked(): never {
  throw new Error("A phrase must be asked of PostgreSQL before the index can answer");
}
