import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  basisPoints,
  bpOf,
  bpOfEach,
  isWhole,
  ofBp,
  split,
  splitByBasisPoints,
  toPercent,
  WHOLE,
} from "@/lib/core/values/share";

const total = fc.bigInt({ min: -10_000_000_000_000n, max: 10_000_000_000_000n });
const weights = fc
  .array(fc.oneof(fc.nat({ max: 20 }), fc.nat()), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0));
const add = (parts: bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

describe("a split", () => {
  test.each([
    [100n, [1, 1, 1], [34n, 33n, 33n]],
    [101n, [1, 1, 1], [34n, 34n, 33n]],
    [-100n, [1, 1, 1], [-34n, -33n, -33n]],
    [1n, [1, 1], [1n, 0n]],
    [100n, [0, 1, 0], [0n, 100n, 0n]],
    [10n, [5000, 3333, 1667], [5n, 3n, 2n]],
    [0n, [3, 4], [0n, 0n]],
    [7n, [1], [7n]],
  ])("%s by %s is %s", (whole, by, parts) => expect(split(whole, by)).toEqual(parts));

  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 0.5]], [[Number.NaN, 1]], [[2 ** 60, 1]]])("by %j is a fault", (by) =>
    expect(() => split(100n, by)).toThrow(RangeError),
  );

  test.prop([total, weights])("adds up to the total exactly", (whole, by) => {
    expect(add(split(whole, by))).toBe(whole);
  });

  test.prop([total, weights])(
    "gives each part within a penny of its exact quotient, and nothing for a weight of zero",
    (whole, by) => {
      const all = BigInt(by.reduce((sum, weight) => sum + weight, 0));
      const parts = split(whole, by);
      for (const [place, weight] of by.entries()) {
        const apart = (parts[place] ?? 0n) * all - whole * BigInt(weight);
        expect(apart < all && apart > -all).toBe(true);
        if (weight === 0) expect(parts[place]).toBe(0n);
      }
    },
  );

  test.prop([total, weights])(
    "never gives a larger weight less, and settles ties for the first stated",
    (whole, by) => {
      const parts = split(whole < 0n ? -whole : whole, by);
      for (const [i, one] of by.entries())
        for (const [j, other] of by.entries())
          if (one > other || (one === other && i < j)) expect((parts[i] ?? 0n) >= (parts[j] ?? 0n)).toBe(true);
    },
  );

  test.prop([total, weights])(
    "gives the same pennies to the same weights in another order, ties apart",
    (whole, by) => {
      const bag = (list: number[]) =>
        split(whole, list)
          .map((part, place) => `${list[place]}:${part}`)
          .toSorted();
      const distinct = [...new Set(by)].filter((weight) => weight > 0);
      const remainders = new Set(
        distinct.map((weight) => (whole * BigInt(weight)) % BigInt(distinct.reduce((a, b) => a + b, 0))),
      );
      fc.pre(remainders.size === distinct.length);
      expect(bag(distinct.toReversed())).toEqual(bag(distinct));
    },
  );

  test.prop([total, weights, fc.integer({ min: 1, max: 1000 })])(
    "depends on proportions, not on the size of the weights",
    (whole, by, times) => {
      const scaled = by.map((weight) => BigInt(weight) * BigInt(times));
      expect(split(whole, scaled)).toEqual(split(whole, by));
    },
  );
});

describe("basis points", () => {
  test.each([
    ["33.33", 3333],
    ["33.33%", 3333],
    ["33.3 %", 3330],
    [" 20 ", 2000],
    ["100", 10_000],
    ["0", 0],
    [1500, 1500],
  ])("%j is read as %s", (typed, expected) => expect(basisPoints().parse(typed)).toBe(expected));

  test.each([
    ["33.333"],
    ["1e1"],
    ["-1"],
    ["100.01"],
    ["%"],
    [".5"],
    ["３"],
    [1.5],
    [-1],
    [10_001],
    [true],
    [["5"]],
    [""],
  ])("%j is refused", (typed) => expect(basisPoints().safeParse(typed).success).toBe(false));

  test("says what to do", () => {
    const said = (raw: unknown) => basisPoints({ label: "share", min: 50 }).safeParse(raw).error?.issues[0]?.message;
    expect(said("")).toBe("Enter the share");
    expect(said("x")).toBe("The share must be a percentage with at most two decimals, like 20 or 33.33");
    expect(said("0.2")).toBe("The share must be 0.5% or more");
    expect(said("101")).toBe("The share must be 100% or less");
  });

  test.prop([fc.integer({ min: 0, max: WHOLE })])("what is shown is read back", (bp) => {
    expect(basisPoints().parse(toPercent(bp))).toBe(bp);
  });

  test.prop([total, weights])("shares of a whole add up to it, and split it exactly", (whole, by) => {
    const bps = bpOfEach(by);
    expect(isWhole(bps)).toBe(true);
    expect(add(splitByBasisPoints(whole, bps))).toBe(whole);
  });

  test("shares that do not make a whole are refused", () => {
    for (const bps of [[], [9_999], [5_000, 5_001], [10_001, -1], [0.5, 9_999.5]]) {
      expect(isWhole(bps)).toBe(false);
      expect(() => splitByBasisPoints(1n, bps)).toThrow(RangeError);
    }
  });

  test("a part of a whole is rounded half up, and is nothing of nothing", () => {
    expect(bpOf(1n, 3n)).toBe(3333);
    expect(bpOf(2, 3)).toBe(6667);
    expect(bpOf(1, 20_000)).toBe(1);
    expect(bpOf(1, 20_001)).toBe(0);
    expect(bpOf(30, 20)).toBe(15_000);
    expect(bpOf(0, 0)).toBeNull();
    expect(ofBp(101n, 5_000)).toBe(51n);
    expect(ofBp(-101n, 5_000)).toBe(-51n);
    expect(ofBp(100n, 20_000)).toBe(200n);
  });
});
