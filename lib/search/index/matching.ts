import type { Facet, Question } from "../ask";
import { everyLanguage } from "../words";
import type { Reach } from "./reach";
import { type LookUp, type Phrases, saying } from "./said";
import { type Bits, include, keepBetween, narrow, noBits, wordsFor } from "./store/bits";
import type { Shelf } from "./store/shelf";

/** One thing asked: it keeps the slots that have it. What no facet counts is asked of every service alike: "always". */
type Filter = { name: Facet | "always"; keep: (bits: Bits) => void };

/** The results; and for each facet that is asked by, the results with every filter but its own. */
export type Matches = { all: Bits; without: Map<Facet, Bits> };

/** Each thing asked, as `filtersOf` of sql/filters.ts says it. Those that look at one slot after another stand last. */
function filtersOf(
  shelf: Shelf,
  { criteria, understood, day }: Question,
  reach: Reach,
  lookUp: LookUp,
  phrases: Phrases | undefined,
): Filter[] {
  const { place, category, need, outcome, cohort, sex, age, setting, method, language, access } = criteria;
  const { unit, from, to, open, wait, size, type, vcse, led, consortium, evidence } = criteria;
  const filters: Filter[] = [];
  const add = (name: Filter["name"], keep: Filter["keep"]) => filters.push({ name, keep });
  const some = (facet: Facet, codes: readonly string[]) => {
    if (codes.length > 0) add(facet, (bits) => narrow(bits, shelf.values.anyOf(facet, codes, shelf.slots)));
  };
  const between = (name: Filter["name"], values: ArrayLike<number>, least: number, most: number) =>
    add(name, (bits) => keepBetween(bits, values, least, most));

  if (understood) add("always", (bits) => narrow(bits, saying(understood.tree, shelf, lookUp, phrases)));
  if (place !== null) add("place", (bits) => narrow(bits, reach(place)));
  some("category", category);
  some("need", need);
  some("outcome", outcome);
  some("cohort", cohort);
  some("sex", sex ? [sex] : []);
  some("setting", setting);
  some("method", method);
  some("language", language.length > 0 ? [...language, everyLanguage] : []);
  some("access", access);
  some("open", open ? ["yes"] : []);
  some("size", size);
  some("type", type);
  some("vcse", vcse ? [vcse] : []);
  some("led", led ? ["yes"] : []);
  some("consortium", consortium ? [consortium] : []);
  const [least, most] = [from === null ? 0 : Number(from), to === null ? Number.POSITIVE_INFINITY : Number(to)];
  if (unit) between("unit", shelf.dated.lowest(unit, day), least, most);
  if (evidence)
    for (const [code, has] of shelf.dated.choices("evidence", day))
      if (code === "yes") add("evidence", (bits) => narrow(bits, has));
  if (wait !== null) between("always", shelf.wait.values, Number.NEGATIVE_INFINITY, wait);
  if (age !== null) {
    between("always", shelf.minAge.values, Number.NEGATIVE_INFINITY, age);
    between("always", shelf.maxAge.values, age, Number.POSITIVE_INFINITY);
  }
  return filters;
}

/**
 * What a question finds. A service that misses nothing is a result; one that misses a single counted facet's filter is
 * counted by that facet alone.
 */
export function matching(
  shelf: Shelf,
  question: Question,
  counted: readonly Facet[],
  reach: Reach,
  lookUp: LookUp,
  phrases?: Phrases,
): Matches {
  const filters = filtersOf(shelf, question, reach, lookUp, phrases);
  const always = shelf.living.slice(0, wordsFor(shelf.slots));
  for (const { name, keep } of filters) if (name === "always" || !counted.includes(name)) keep(always);

  const without = new Map<Facet, Bits>();
  const [missed, twice] = [noBits(shelf.slots), noBits(shelf.slots)];
  for (const { name, keep } of filters) {
    if (name === "always" || !counted.includes(name)) continue;
    const misses = always.slice();
    keep(misses);
    for (let at = 0; at < misses.length; at++) {
      const misses_ = (always[at] ?? 0) & ~(misses[at] ?? 0);
      const before = missed[at] ?? 0;
      twice[at] = (twice[at] ?? 0) | (before & misses_);
      missed[at] = before | misses_;
      misses[at] = misses_;
    }
    without.set(name, misses);
  }
  const all = always;
  for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) & ~(missed[at] ?? 0);
  for (const misses of without.values()) {
    for (let at = 0; at < misses.length; at++) misses[at] = (misses[at] ?? 0) & ~(twice[at] ?? 0);
    include(misses, all);
  }
  return { all, without };
}
