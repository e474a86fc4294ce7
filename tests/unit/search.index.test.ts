import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ask, Hit } from "@/lib/search/ask";
import type { Cursor } from "@/lib/search/cursor";
import type { Document } from "@/lib/search/index/document";
import { type Held, openHeld, type Phrases, phrasesIn } from "@/lib/search/index/held";
import { readQuery } from "@/lib/search/language/tsquery";
import { anyAsk, anyDocument, anyId, anyPhrases, anyStep, happen, type Step } from "../support/search/chance";
import { isResult, plainAnswer } from "../support/search/plain";

/** An index, and beside it the plain list of what it must know. */
function history(steps: readonly Step[], expected = 0) {
  const held = openHeld(expected);
  const known = new Map<string, Document>();
  const follow = (step: Step) => {
    const happened = happen(known, step);
    if (typeof happened === "string") held.drop(happened);
    else if (happened) held.put(happened);
  };
  steps.forEach(follow);
  return { held, known, follow };
}

const steps = fc.array(anyStep, { minLength: 10, maxLength: 90, size: "max" });

describe("the same as reading every service one by one", () => {
  test("after any history, for any question", () => {
    fc.assert(
      fc.property(steps, fc.array(anyAsk, { minLength: 1, maxLength: 4 }), anyPhrases, (happened, asks, phrases) => {
        const { held, known } = history(happened);
        for (const ask of asks) {
          const expected = plainAnswer([...known.values()], ask, phrases);
          expect(held.answer(ask, phrases)).toEqual(expected);
          expect(held.count(ask, phrases)).toBe(expected.total);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("while the history goes on, asked the same again and again", () => {
    fc.assert(
      fc.property(steps, anyAsk, anyPhrases, fc.nat(30), (happened, ask, phrases, expected) => {
        const { held, known, follow } = history([], expected);
        happened.forEach((step, at) => {
          follow(step);
          if (at % 7 === 0) expect(held.answer(ask, phrases)).toEqual(plainAnswer([...known.values()], ask, phrases));
        });
      }),
      { numRuns: 25 },
    );
  });

  test("before and after any cursor, of a service that is there or gone or never was", () => {
    fc.assert(
      fc.property(steps, anyAsk, anyPhrases, anyCursor, (happened, asked, phrases, cursor) => {
        const { held, known } = history(happened);
        const ask = { ...asked, cursor: cursorFor(asked, cursor) };
        expect(held.answer(ask, phrases)).toEqual(plainAnswer([...known.values()], ask, phrases));
      }),
      { numRuns: 50 },
    );
  });

  test("lexemes and words are counted for the services that are there", () => {
    fc.assert(
      fc.property(steps, (happened) => {
        const { held, known, follow } = history(happened.slice(5));
        const seen = held.vocabulary();
        happened.slice(0, 5).forEach(follow);
        const documents = [...known.values()];
        const said = (lexeme: string) => documents.filter(({ lexemes }) => lexemes.split(/\s/).includes(lexeme)).length;
        const lexemes = ["river", "map", "river's", "é", "none", "river"];
        expect(held.heard(lexemes)).toEqual(lexemes.map(said));
        const words = documents.flatMap(({ spoken }) => spoken);
        const counted = [...new Set(words)].map(
          (word) => [word, words.filter((each) => each === word).length] as const,
        );
        expect(held.vocabulary()).toBe(seen);
        expect(new Map(seen)).toEqual(new Map(counted));
        expect(held.size).toBe(known.size);
        expect(held.dead).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

type Edge = Pick<Cursor, "towards" | "turn" | "id"> & { number: number; text: string };
const anyCursor: fc.Arbitrary<Edge> = fc.record({
  towards: fc.constantFrom<Cursor["towards"]>("after", "before"),
  number: fc.integer({ min: -30, max: 2000 }),
  text: fc.constantFrom("", "kettle", "kettle b", "kettlé", "\u{1f600}", "z"),
  turn: fc.integer({ min: 0, max: 0x7fff_ffff }),
  id: anyId,
});

const cursorFor = (ask: Ask, { number, text, ...rest }: Edge): Cursor => ({
  ...rest,
  order: ask.order,
  day: ask.orderDay,
  key: ask.order === "title" ? text : ask.order === "daily" ? "0" : String(number),
});

describe("a walk through all pages", () => {
  const at = (ask: Ask, towards: Cursor["towards"], { key, turn, card: { id } }: Hit): Cursor => ({
    towards,
    order: ask.order,
    day: ask.orderDay,
    key,
    turn,
    id,
  });

  function walk(
    held: Held,
    asked: Ask,
    phrases: Phrases,
    towards: Cursor["towards"],
    from: Cursor | null,
    meanwhile: () => void,
  ): string[] {
    const ids: string[] = [];
    for (let cursor = from; ; meanwhile()) {
      const { page } = held.answer({ ...asked, cursor, facets: [], heat: false }, phrases);
      ids.push(...(towards === "after" ? page : page.toReversed()).map(({ card }) => card.id));
      const edge = towards === "after" ? page.at(-1) : page.at(0);
      if (!edge) return ids;
      cursor = at(asked, towards, edge);
    }
  }

  test("meets each service that stands throughout once, both ways, whatever happens to others", () => {
    const others = fc.array(anyStep, { maxLength: 30 });
    fc.assert(
      fc.property(
        steps,
        anyAsk,
        anyPhrases,
        fc.integer({ min: 1, max: 4 }),
        others,
        (happened, asked, phrases, take, more) => {
          const { held, known, follow } = history(happened);
          const ask = { ...asked, take };
          const touched = new Set(
            more.map((step) =>
              "put" in step ? step.put.serviceId : "space" in step ? step.space.serviceId : step.drop,
            ),
          );
          const standing = [...known.values()]
            .filter((document) => !touched.has(document.serviceId) && isResult(document, ask, phrases))
            .map(({ serviceId }) => serviceId);
          const steady = (ids: readonly string[]) => ids.filter((id) => !touched.has(id));

          const left = [...more];
          const forwards = walk(held, ask, phrases, "after", null, () => left.splice(0, 3).forEach(follow));
          expect(steady(forwards).toSorted()).toEqual(standing.toSorted());
          left.forEach(follow);

          const last = held.answer({ ...ask, take: 5000, facets: [] }, phrases).page.at(-1);
          if (!last) return;
          const back = [...more];
          const backwards = walk(held, ask, phrases, "before", at(ask, "before", last), () =>
            back.splice(0, 3).forEach(follow),
          );
          expect([...steady(backwards).toReversed(), ...steady([last.card.id])]).toEqual(steady(forwards));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what costs a new slot", () => {
  const [document] = fc.sample(anyDocument, { numRuns: 1, seed: 7 });

  test("not a change of the space, as long as its card is no longer than it was", () => {
    const held = openHeld();
    if (!document) throw new Error("There is no document");
    held.put({ ...document, card: `${document.card}  ` });
    held.put({ ...document, openPlaces: document.openPlaces > 0 ? 0 : 1, waitDays: document.waitDays + 1 });
    expect([held.size, held.dead]).toEqual([1, 0]);
    held.put({ ...document, card: `${document.card}${" ".repeat(900)}` });
    expect([held.size, held.dead]).toEqual([1, 1]);
    held.drop(document.serviceId);
    held.drop(document.serviceId);
    expect([held.size, held.dead]).toEqual([0, 2]);
  });

  test.each<[string, (known: Document) => Partial<Document>]>([
    ["the title", ({ titleKey }) => ({ titleKey: `${titleKey}s` })],
    ["a lexeme in another part", ({ lexemes }) => ({ lexemes: `other ${lexemes}` })],
    ["a word", ({ spoken }) => ({ spoken: [...spoken, "kettles"] })],
    ["a place", ({ placeCodes }) => ({ placeCodes: [...placeCodes, "la-e06000001"] })],
    ["a need less", ({ needCodes }) => ({ needCodes: needCodes.length > 0 ? [] : ["housing"] })],
    ["a price", ({ prices }) => ({ prices: [...prices, { unit: "hour", pence: 5, from: "2026-06-01", to: null }] })],
    ["an age", ({ maxAge }) => ({ maxAge: maxAge === null ? 30 : null })],
    ["the evidence", ({ evidenceUntil }) => ({ evidenceUntil: evidenceUntil === null ? "2026-06-01" : null })],
  ])("a change of %s", (_, change) => {
    const held = openHeld();
    if (!document) throw new Error("There is no document");
    held.put(document);
    held.put({ ...document, ...change(document) });
    expect([held.size, held.dead]).toEqual([1, 1]);
  });
});

test("phrases are named, each once, and one that was not asked of PostgreSQL is a fault and not an answer", () => {
  const tree = readQuery("( 'a' <-> 'b' | !( 'c' <2> 'd' ) ) & 'e' & ( 'a' <-> 'b' )");
  expect(phrasesIn(tree)).toEqual(["'a' <-> 'b'", "'c' <2> 'd'"]);
  const [ask] = fc.sample(anyAsk, { numRuns: 1, seed: 7 });
  if (!ask) throw new Error("There is no question");
  const understood = { query: "", tree, terms: [], words: [] };
  expect(() => openHeld().count({ ...ask, understood })).toThrow("must be asked of PostgreSQL");
});
