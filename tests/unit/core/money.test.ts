import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { z } from "zod";
import { LARGEST, multiply, pence, sum, toPounds, vat } from "@/lib/core/values/money";

const amount = fc.bigInt({ min: 0n, max: LARGEST });
const anyAmount = fc.bigInt({ min: -LARGEST, max: LARGEST });
const said = (raw: unknown, type = pence()) => type.safeParse(raw).error?.issues[0]?.message;

describe("an amount typed in pounds", () => {
  test.each([
    ["0", 0n],
    ["1", 100n],
    ["£1", 100n],
    ["1.5", 150n],
    ["1.05", 105n],
    ["  5 ", 500n],
    ["007", 700n],
    ["1,234.50", 123450n],
    ["£12,345,678", 1234567800n],
    ["1234567", 123456700n],
    ["999,999,999.99", LARGEST],
  ])("%j is read", (typed, expected) => expect(pence().parse(typed)).toBe(expected));

  test.each([
    ["1e3"],
    ["0x10"],
    ["1 000"],
    ["1,23"],
    ["12,34,567"],
    ["1,234567"],
    [",123"],
    ["1."],
    [".5"],
    ["1.234"],
    ["1.2.3"],
    ["NaN"],
    ["Infinity"],
    ["+5"],
    ["£"],
    ["££5"],
    ["£ 5"],
    ["5£"],
    ["$5"],
    ["1２"],
    ["１２"],
    ["٣"],
    ["1_000"],
    ["5p"],
    ["1\u00002"],
  ])("%j is refused as not an amount", (typed) =>
    expect(said(typed)).toBe("The amount must be in pounds and pence, like 1200 or 1,234.50"),
  );

  test.each([["-1"], ["-£5"], ["£-5"], ["−5"], ["(5)"]])("%j is refused as less than zero", (typed) =>
    expect(said(typed)).toBe("The amount cannot be less than zero"),
  );

  test.each([[""], ["   "], [undefined], [null], ["\u200B"]])("%j is nothing typed", (typed) =>
    expect(said(typed)).toBe("Enter an amount"),
  );

  test.each([[5], [5.5], [Number.NaN], [true], [["5"]], [{}]])(
    "%j is refused: a number could be pounds or pence",
    (raw) => expect(pence().safeParse(raw).success).toBe(false),
  );

  test("bounds are said in pounds, with the label given", () => {
    const budget = pence({ min: 500n, max: 123_456_750n, label: "budget" });
    expect(said("", budget)).toBe("Enter the budget");
    expect(said("4.99", budget)).toBe("The budget must be £5.00 or more");
    expect(said("1234567.51", budget)).toBe("The budget must be £1,234,567.50 or less");
    expect(said("1000000000")).toBe("The amount must be £999,999,999.99 or less");
    expect(said("9".repeat(5000))).toBe("The amount must be in pounds and pence, like 1200 or 1,234.50");
  });

  test("a missing key is nothing typed, and the message given is the one said", () => {
    const form = z.object({ price: pence({ message: "Say what a place costs" }) });
    expect(form.safeParse({}).error?.issues).toMatchObject([{ path: ["price"], message: "Say what a place costs" }]);
  });

  test.prop([amount])("what is shown is read back", (value) => {
    expect(pence().parse(toPounds(value))).toBe(value);
    expect(pence().parse(value)).toBe(value);
    expect(pence().parse(`£${Number(value / 100n).toLocaleString("en-GB")}`)).toBe((value / 100n) * 100n);
  });

  test.prop([fc.anything({ withBigInt: true })])(
    "nothing typed makes it throw, or gives an amount out of bounds",
    (raw) => {
      const read = pence().safeParse(raw);
      expect(read.success ? read.data >= 0n && read.data <= LARGEST : read.error.issues.length > 0).toBe(true);
    },
  );
});

describe("arithmetic", () => {
  test.each([
    [0n, "0.00"],
    [5n, "0.05"],
    [123450n, "1234.50"],
    [-5n, "-0.05"],
    [-12345n, "-123.45"],
  ])("%s pence is %j", (value, shown) => expect(toPounds(value)).toBe(shown));

  test.each([
    [100n, 2000, 20n],
    [2n, 2000, 0n],
    [3n, 2000, 1n],
    [5n, 1000, 1n],
    [4n, 1000, 0n],
    [-5n, 1000, -1n],
    [99n, 0, 0n],
  ])("VAT on %s at %s is %s, half up", (net, rate, expected) => expect(vat(net, rate)).toBe(expected));

  test.prop([anyAmount, fc.integer({ min: 0, max: 10_000 })])(
    "VAT is within half a penny, and a credit cancels its charge",
    (net, rate) => {
      const apart = vat(net, rate) * 10_000n - net * BigInt(rate);
      expect(apart <= 5_000n && apart >= -5_000n).toBe(true);
      expect(vat(net, rate) + vat(-net, rate)).toBe(0n);
    },
  );

  test.prop([amount, fc.nat()])("a price times a volume is that many prices added", (price, volume) => {
    expect(multiply(price, volume)).toBe(multiply(price, BigInt(volume)));
    expect(multiply(price, 3)).toBe(sum([price, price, price]));
  });

  test("parts of a unit, negative volumes and broken rates are faults", () => {
    for (const volume of [1.5, -1, Number.NaN, 2 ** 60]) expect(() => multiply(1n, volume)).toThrow(RangeError);
    for (const rate of [0.5, -1, Number.NaN]) expect(() => vat(1n, rate)).toThrow(RangeError);
    expect(sum([])).toBe(0n);
  });
});
