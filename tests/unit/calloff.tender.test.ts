import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyQuality,
  type PriceContent as Price,
  PriceContent,
  type QualityContent as Quality,
  QualityContent,
  written,
} from "@/lib/calloff/open/tender/content";
import { may, nextSteps } from "@/lib/calloff/open/tender/policy";
import { canonicalTender, type Handed, receiptHash } from "@/lib/calloff/open/tender/receipt";
import {
  budgetFault,
  lengthFault,
  priceOfLot,
  sharesFault,
  takesTenders,
  wordsIn,
} from "@/lib/calloff/open/tender/rules";
import { MOST_MOBILISATION, MOST_UNIT } from "@/lib/calloff/open/tender/schema";
import type { Actor } from "@/lib/core/actor";
import { canonical, sha256 } from "@/lib/core/values/canonical";

const RUNS = { numRuns: 10_000 };
const id = (at: number) => `01a20389-0000-7000-8000-${String(at).padStart(12, "0")}`;

const text = fc.string({ maxLength: 12, unit: "grapheme" });
const whole = fc.integer({ min: 0, max: 2_147_483_647 });
const uuid = fc.integer({ min: 0, max: 999 }).map(id);
const quality: fc.Arbitrary<Quality> = fc.record({
  lotIds: fc.array(uuid, { maxLength: 3 }),
  answers: fc.array(fc.record({ criterionId: uuid, text }), { maxLength: 3 }),
  offers: fc.array(
    fc.record({
      criterionId: uuid,
      measure: text,
      unit: text,
      baseline: whole,
      target: whole,
      by: fc.constantFrom("2028-03-31", "2030-12-01"),
    }),
    { maxLength: 2 },
  ),
  conditions: fc.array(fc.record({ conditionId: uuid, met: fc.boolean(), text }), { maxLength: 2 }),
  partners: fc.array(
    fc.record({
      partnerId: uuid,
      organisationId: uuid,
      name: text,
      shareBp: fc.integer({ min: 1, max: 9_999 }),
      volume: fc.option(whole),
      does: text,
      vcse: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});
const offer = fc.record({
  unitPence: fc.bigInt({ min: 1n, max: MOST_UNIT }),
  mobilisationPence: fc.bigInt({ min: 0n, max: MOST_MOBILISATION }),
  vatBp: fc.constantFrom(0, 500, 2000),
});
const price: fc.Arbitrary<Price> = fc.record({
  lots: fc.array(
    fc.tuple(uuid, offer).map(([lotId, rest]) => ({ lotId, ...rest })),
    { maxLength: 3 },
  ),
  blind: text,
});
const handed: fc.Arbitrary<Handed> = fc.record({
  callOff: text,
  tender: text,
  organisation: text,
  submission: fc.integer({ min: 1, max: 99 }),
  quality,
  price,
});

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

const pair = ([key, value]: [string, unknown]) => ({ [key]: value });

describe("the receipt's hash", () => {
  test("is the same whatever order the keys came in", () => {
    fc.assert(
      fc.property(handed, (one) => {
        const file = canonicalTender(one);
        const other: unknown = turned(JSON.parse(file));
        expect(canonical(other)).toBe(file);
        expect(
          receiptHash({ ...one, quality: Object.assign({}, ...Object.entries(one.quality).toReversed().map(pair)) }),
        ).toBe(sha256(file));
      }),
      RUNS,
    );
  }, 60_000);

  test("is that of the file's bytes, and another for another tender", () => {
    fc.assert(
      fc.property(handed, handed, (one, other) => {
        const file = canonicalTender(one);
        expect(sha256(new TextEncoder().encode(file))).toBe(receiptHash(one));
        expect(receiptHash(one) === receiptHash(other)).toBe(file === canonicalTender(other));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is not found by trying out prices: chance goes in beside them", () => {
    const one = { callOff: "TC", tender: "TT", organisation: "TO", submission: 1, quality: emptyQuality };
    expect(receiptHash({ ...one, price: { lots: [], blind: "a" } })).not.toBe(
      receiptHash({ ...one, price: { lots: [], blind: "b" } }),
    );
  });
});

describe("what is sealed", () => {
  test("reads back as it was written, to the penny", () => {
    fc.assert(
      fc.property(quality, price, (one, asked) => {
        expect(QualityContent.parse(JSON.parse(written(one)))).toEqual(one);
        expect(PriceContent.parse(JSON.parse(written(asked)))).toEqual(asked);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a lot's price", () => {
  test("is exact: its parts are whole pence, add up, and only the VAT is rounded, half up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), offer, (volume, asked) => {
        const found = priceOfLot(volume, asked);
        expect(found.amountPence).toBe(asked.unitPence * BigInt(volume));
        expect(found.pricePence).toBe(found.amountPence + asked.mobilisationPence);
        expect(found.totalPence).toBe(found.pricePence + found.vatPence);
        const left = found.pricePence * BigInt(asked.vatBp) - found.vatPence * 10_000n;
        expect(left >= -5_000n && left < 5_000n).toBe(true);
        const grant = priceOfLot(volume, asked, { grant: true });
        expect([grant.vatPence, grant.totalPence]).toEqual([0n, found.pricePence]);
      }),
      RUNS,
    );
  });

  test("never leaves what can be stored", () => {
    const most = priceOfLot(10_000_000, { unitPence: MOST_UNIT, mobilisationPence: MOST_MOBILISATION, vatBp: 2000 });
    expect(most.totalPence < 2n ** 63n).toBe(true);
  });

  test("is bound by the budget only where it is fixed, VAT included, to the penny", () => {
    const asked = priceOfLot(10, { unitPence: 100n, mobilisationPence: 0n, vatBp: 2000 });
    expect(budgetFault(asked, 1_200n, "fixedPrice")).toBeNull();
    expect(budgetFault(asked, 1_199n, "fixedPrice")).toContain("£12.00");
    expect(budgetFault(asked, 1n, "lowestOverPrice")).toBeNull();
  });
});

describe("words", () => {
  test.each([
    ["", 0],
    ["   \n\t ", 0],
    ["one", 1],
    ["one two", 2],
    [" one\n\ntwo\tthree ", 3],
    ["well-being is one-word", 3],
    ["a\u00a0b", 2],
  ])("%j has %i", (typed, expected) => expect(wordsIn(typed)).toBe(expected));

  test("are counted to the word, and the fault says how many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 50, max: 600 }), (used, limit) => {
        const fault = lengthFault("word ".repeat(used), limit);
        if (used <= limit) expect(fault).toBeNull();
        else expect(fault).toBe(`Your answer has ${used} words. The most is ${limit}. Take out ${used - limit}`);
      }),
      { numRuns: 500 },
    );
    expect(lengthFault("word ".repeat(9_999), null)).toBeNull();
  });
});

test("shares leave something for whoever tenders", () => {
  expect(sharesFault([])).toBeNull();
  expect(sharesFault([9_999])).toBeNull();
  expect(sharesFault([5_000, 5_000])).toContain("Leave a share");
});

test("at the very moment of the close it is too late, and only what is published takes tenders", () => {
  const closesAt = new Date("2027-01-01T12:00:00.000Z");
  const at = (ms: number) => new Date(closesAt.getTime() + ms);
  expect(takesTenders({ state: "published", closesAt }, at(-1))).toBe(true);
  expect(takesTenders({ state: "published", closesAt }, at(0))).toBe(false);
  expect(takesTenders({ state: "published", closesAt: null }, at(-1))).toBe(false);
  for (const state of ["draft", "funded", "closed", "withdrawn", "opened"] as const)
    expect(takesTenders({ state, closesAt }, at(-1))).toBe(false);
});

test("its own signatory sends and takes back, its editor takes up again, and nobody else does anything", () => {
  const own = "01a20389-0000-7000-8000-00000000000a";
  const actor = (
    kind: "provider" | "authority",
    role: "signatory" | "editor" | "commissioner",
    organisationId = own,
  ): Actor => ({
    ...{ kind, id: id(7), organisationId, roles: [role] },
  });
  const row = { organisationId: own, state: "submitted" as const };
  expect(nextSteps(actor("provider", "signatory"), row)).toEqual(["withdraw"]);
  expect(nextSteps(actor("provider", "editor"), row)).toEqual([]);
  expect(nextSteps(actor("provider", "editor"), { ...row, state: "withdrawn" })).toEqual(["resume"]);
  expect(may.submit(actor("provider", "signatory", id(8)), row)).toBe(false);
  expect(nextSteps(actor("authority", "commissioner"), row)).toEqual([]);
});
