import type { Reference } from "@/lib/reference/snapshot";
import type { Engine } from "../ask";
import { nearestWords } from "./spelling";
import { type Understood, understand } from "./understand";

/** A word as it was typed, and where it stands. */
type Typed = { word: string; from: number };

const QUOTED = /-?"[^"]*"?/gu;
const PLAIN = /(?<=^|[\s(])\p{L}{3,40}(?=[),.;:!?]*(?:\s|$))/gu;
const OPERATORS = new Set(["or", "and"]);

/** The words of a search that spelling is looked at in: what is quoted, ruled out, starred or no plain word is left as typed. */
export function mendable(words: string): Typed[] {
  // Blanks of the same length, so that the words that are left stand where they stood.
  const unquoted = words.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
  return [...unquoted.matchAll(PLAIN)]
    .map(({ 0: word, index }) => ({ word, from: index }))
    .filter(({ word }) => !OPERATORS.has(word.toLowerCase()));
}

/**
 * The same words with each one that no service says replaced by the nearest that some do; null when there is none to replace, or
 * nothing is near. The second is what was understood of them. A word that is a name, such as a place's, was not misspelt.
 */
export async function mend(
  words: string,
  { words: said }: Understood,
  { engine, names }: { engine: Engine; names: ReadonlySet<string> },
): Promise<string | null> {
  const lexemes = new Map(said.map(({ word, lexemes: found }) => [word.replace(/[^\p{L}]/gu, ""), found]));
  const asked = mendable(words).flatMap((typed) => {
    const [lexeme, ...more] = lexemes.get(typed.word) ?? [];
    const isName = names.has(typed.word.toLowerCase());
    return lexeme !== undefined && more.length === 0 && !isName ? [{ ...typed, lexeme }] : [];
  });
  if (asked.length === 0) return null;
  const heard = await engine.heard(asked.map(({ lexeme }) => lexeme));
  const strange = asked.filter((_, at) => heard[at] === 0);
  if (strange.length === 0) return null;

  const vocabulary = await engine.vocabulary();
  let mended = words;
  for (const { word, from } of strange.toReversed()) {
    const [nearest] = await sayingSomething(nearestWords(word, vocabulary));
    if (nearest) mended = mended.slice(0, from) + nearest + mended.slice(from + word.length);
  }
  return mended === words ? null : mended;
}

/** Those words that a search can be made by: "with" is near to much, and says nothing. */
export async function sayingSomething(words: readonly string[]): Promise<string[]> {
  const understood = await Promise.all(words.map(understand));
  return words.filter((_, at) => understood[at] !== null);
}

const kept = new WeakMap<Reference, ReadonlySet<string>>();

/** Every word in the name of a place, a category, an outcome or a group of people. */
export function namesIn(lists: Reference): ReadonlySet<string> {
  const known = kept.get(lists);
  if (known) return known;
  const { places, categories, outcomes, cohorts } = lists;
  const names = [...places.all, ...categories.all, ...outcomes.all, ...cohorts.all].map(({ name }) => name);
  const words = new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
  kept.set(lists, words);
  return words;
}
