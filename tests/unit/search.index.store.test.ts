import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBit, counter, countOf, hasBit, keepBetween, noBits, slotsIn } from "@/lib/search/index/store/bits";
import { Heap } from "@/lib/search/index/store/heap";
import { Ids } from "@/lib/search/index/store/ids";
import { Packing } from "@/lib/search/index/store/packing";
import { bitsOf, Postings, partIn } from "@/lib/search/index/store/postings";

const SLOTS = 200;
const anySlots = fc.uniqueArray(fc.nat(SLOTS - 1));
const bitsWith = (slots: readonly number[], room = SLOTS) => {
  const bits = noBits(room);
  for (const slot of slots) addBit(bits, slot);
  return bits;
};
const ascending = (one: number, other: number) => one - other;

describe("bits", () => {
  test("are listed and counted, alone and with others, be they few or many, short or long", () => {
    fc.assert(
      fc.property(anySlots, anySlots, fc.constantFrom(SLOTS, 3200), (ones, others, room) => {
        const bits = bitsWith(ones, room);
        expect(countOf(bits)).toBe(ones.length);
        expect([...slotsIn(bits, ones.length)]).toEqual(ones.toSorted(ascending));
        expect(counter(bits)(bitsWith(others))).toBe(ones.filter((slot) => others.includes(slot)).length);
        expect(hasBit(bits, room + 64)).toBe(false);
      }),
    );
  });

  test("are kept between two numbers, and never for what is no number", () => {
    const values = Float64Array.from({ length: SLOTS }, (_, slot) => (slot % 7 === 0 ? Number.NaN : slot % 50));
    fc.assert(
      fc.property(anySlots, fc.nat(50), fc.nat(50), (slots, least, most) => {
        const bits = bitsWith(slots);
        keepBetween(bits, values, least, most);
        const kept = slots.filter((slot) => slot % 7 !== 0 && slot % 50 >= least && slot % 50 <= most);
        expect([...slotsIn(bits, countOf(bits))]).toEqual(kept.toSorted(ascending));
      }),
    );
  });
});

test("a heap keeps the first so many", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60)), fc.nat(12), (slots, most) => {
      const heap = new Heap(most, ascending);
      for (const slot of slots) heap.offer(slot);
      expect(heap.slots().sort(ascending)).toEqual(slots.toSorted(ascending).slice(0, most));
    }),
  );
});

describe("ids", () => {
  test("are found in the slot that they were put into last, and stand as their text does", () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 80 }), fc.nat(100), fc.uuid(), (put, room, other) => {
        const all = [...put, ...put.slice(0, 5)];
        const ids = new Ids(room);
        all.forEach((id, slot) => {
          ids.put(slot, id);
        });
        for (const id of put) expect(ids.find(id)).toBe(all.lastIndexOf(id));
        expect(ids.find(other)).toBe(all.lastIndexOf(other));
        const order = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0);
        all.forEach((id, slot) => {
          expect(Math.sign(ids.compare(slot, 0))).toBe(order(id, all[0] ?? ""));
          expect(Math.sign(ids.compareTo(slot, other))).toBe(order(id, other));
        });
      }),
    );
  });
});

describe("packed texts", () => {
  const alike = fc
    .record({
      title: fc.string({ unit: "grapheme" }),
      places: fc.array(fc.constantFrom("la-e06000015", "police-kent")),
    })
    .map((card) => JSON.stringify({ ...card, organisation: { name: "A charity with a long name" }, openPlaces: 3 }));
  const other = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.nat(40_000).map((length) => "é\u{1f600}x".repeat(length)),
  );

  test("are unpacked as they were, whatever was packed since", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: alike }, { weight: 1, arbitrary: other }), { maxLength: 30 }),
        (texts) => {
          const packing = new Packing();
          const packed = texts.map((text) => Uint8Array.from(packing.pack(text)));
          expect(packed.map((bytes) => packing.unpack(bytes))).toEqual(texts);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("take little room when they are alike", () => {
    const packing = new Packing();
    const card = (at: number) =>
      JSON.stringify({ id: at, title: `Kettle ${at}`, summary: "Warm words that many say. ".repeat(8) });
    for (let at = 0; at < 5_000; at++) packing.pack(card(at));
    expect(packing.pack(card(5_000)).length * 4).toBeLessThan(card(5_000).length);
  });
});

describe("postings", () => {
  const said = fc.uniqueArray(
    fc.constantFrom("river", "riverbank", "ri", "é", "14", "a-very-long-lexeme-that-is-a-slice"),
  );
  const text = fc.tuple(said, said, said, said);

  test("say where each slot says a lexeme, or what begins so", () => {
    fc.assert(
      fc.property(
        fc.array(text),
        fc.constantFrom("river", "ri", "r", "é", "", "none", "a-very-long-lexeme-that-is-a-slice"),
        (texts, lexeme) => {
          const postings = new Postings();
          texts.forEach((lines, slot) => {
            postings.put(slot, lines.map((line) => line.join(" ")).join("\n"));
          });
          for (const prefix of [false, true]) {
            const fits = (word: string) => (prefix ? word.startsWith(lexeme) : word === lexeme);
            const posting = postings.find({ lexeme, prefix }, texts.length);
            const parts = texts.map((lines) => lines.findIndex((line) => line.some(fits)));
            expect(texts.map((_, slot) => partIn(posting, slot))).toEqual(parts);
            expect(countOf(bitsOf(posting, texts.length))).toBe(parts.filter((part) => part >= 0).length);
          }
        },
      ),
    );
  });
});
