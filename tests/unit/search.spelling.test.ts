import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mendable } from "@/lib/search/language/mend";
import { nearestWords, slipsAllowed, slipsBetween } from "@/lib/search/language/spelling";

/** The same distance in the plainest way: whatever the last step was, the rest is the distance of what is left. */
function plainly(one: string, other: string): number {
  if (one === "" || other === "") return Math.max(one.length, other.length);
  const cut = (word: string, letters: number) => word.slice(0, word.length - letters);
  const swapped = one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  return Math.min(
    plainly(cut(one, 1), other) + 1,
    plainly(one, cut(other, 1)) + 1,
    plainly(cut(one, 1), cut(other, 1)) + (one.at(-1) === other.at(-1) ? 0 : 1),
    swapped ? plainly(cut(one, 2), cut(other, 2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), maxLength: 6 });

test("the bounded distance is the plain one, or one more than the bound", () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(0, 1, 2, 3), (one, other, most) => {
      expect(slipsBetween(one, other, most)).toBe(Math.min(plainly(one, other), most + 1));
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ["housing", "housing", 0],
  ["housng", "housing", 1],
  ["houssing", "housing", 1],
  ["huosing", "housing", 1],
  ["mentroing", "mentoring", 1],
  ["acomodation", "accommodation", 2],
  ["acomodaton", "accommodation", 3],
])("%s is %s with %i slips", (one, other, slips) => {
  expect(slipsBetween(one, other, 2)).toBe(slips);
  expect(slipsBetween(other, one, 2)).toBe(slips);
});

describe("the nearest words", () => {
  const vocabulary = new Map([
    ["housing", 40],
    ["houses", 90],
    ["home", 3],
    ["hole", 9],
    ["hose", 3],
    ["drugs", 5],
  ]);

  test("fewest slips first, then most services, then A to Z", () => {
    expect(nearestWords("housng", vocabulary)).toEqual(["housing", "houses"]);
    expect(nearestWords("hoe", vocabulary)).toEqual(["hole", "home", "hose"]);
    expect(nearestWords("DRUGZ", vocabulary)).toEqual(["drugs"]);
  });

  test("a short word may slip once, a long one twice, and two letters are never mended", () => {
    expect([2, 3, 5, 6].map((length) => slipsAllowed("x".repeat(length)))).toEqual([0, 1, 1, 2]);
    expect(nearestWords("hm", vocabulary)).toEqual([]);
    expect(nearestWords("dugz", vocabulary)).toEqual([]);
    expect(nearestWords("x".repeat(5_000), vocabulary)).toEqual([]);
  });

  test("the first is the best there is", () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 20 }), (typed, words) => {
        const known = new Map(words.map((one, at) => [one, (at % 3) + 1]));
        const ranked = words
          .map((one) => ({ one, slips: plainly(typed, one), count: known.get(one) ?? 0 }))
          .filter(({ slips }) => typed.length > 2 && slips <= slipsAllowed(typed))
          .toSorted((a, b) => a.slips - b.slips || b.count - a.count || (a.one < b.one ? -1 : 1));
        expect(nearestWords(typed, known, 50)).toEqual(ranked.map(({ one }) => one));
      }),
    );
  });

  test("a hundred thousand words are gone through in a moment", () => {
    const letters = "etaoinshrdlu";
    const many = new Map(
      Array.from({ length: 100_000 }, (_, at) => [
        [...String(at * 7919)].map((digit) => letters[Number(digit)]).join("") + letters[at % 12],
        1,
      ]),
    );
    const began = performance.now();
    nearestWords("mentroing", many);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test("only plain words are mended: nothing quoted, ruled out, starred or numbered, and no operator", () => {
  expect(mendable('Housng, "safe hoem" or -grup drug* (advise) 24h drug-fre').map(({ word }) => word)).toEqual([
    "Housng",
    "advise",
  ]);
  expect(mendable('womn "not closed hoem').map(({ word }) => word)).toEqual(["womn"]);
});
