import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { PricedLine } from "@/lib/register/service/rates/changes";
import { faultSentences, ratesFile, readRatesFile, textOf } from "@/lib/register/service/rates/file";

const priced = (more: Partial<PricedLine> = {}): PricedLine => ({
  ...{ what: "One-to-one", unit: "session", complexity: "any", pence: 4_550n, vatBp: 0, volumeFrom: 1, volumeTo: null },
  ...more,
});

describe("a file of prices", () => {
  const header = "What it is for,One unit is,Level of need,Price before VAT,VAT percent,From how many,To how many";
  const read = (...rows: string[]) => readRatesFile([header, ...rows].join("\r\n"));

  test("is read whole, with words or empty cells", () => {
    expect(read("One-to-one,session,,45.50,,,", "", "Bed,Place for a night,High,£41.50,20%,1,20").lines).toMatchObject([
      {
        what: "One-to-one",
        unit: "session",
        complexity: "any",
        price: 4_550n,
        vatBp: 0,
        volumeFrom: 1,
        volumeTo: null,
      },
      { unit: "placeNight", complexity: "high", price: 4_150n, vatBp: 2000, volumeFrom: 1, volumeTo: 20 },
    ]);
  });

  test("cells pasted from a spreadsheet are read too", () => {
    expect(readRatesFile("Price before VAT\tWhat it is for\tOne unit is\n12\tAn hour\thour").lines).toMatchObject([
      { what: "An hour", unit: "hour", price: 1_200n },
    ]);
  });

  test("every fault is told by row and column, and no line is given", () => {
    const { lines, faults } = read("One,fortnight,,abc,17.5,x,", "Two,hour,,10,,,", ",hour,extreme,10,,,");
    expect(lines).toEqual([]);
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      "2 One unit is",
      "2 Price before VAT",
      "2 VAT percent",
      "2 From how many",
      "4 What it is for",
      "4 Level of need",
    ]);
    expect(faultSentences(faults, 2)).toHaveLength(3);
  });

  test.each([
    ["", "There are no prices", false],
    ["One,hour,,10,,,\nOne,hour,,11,,,", "overlaps", true],
    ['"One,hour,,10,,,', "quotation mark", true],
    ["One,hour,,10,,,,extra", "more cells", true],
    ["=HYPERLINK(1),hour,,10,,,", "formula", true],
    ["One,hour,,=1+1,,,", "formula", true],
    ["+cmd|' /C calc'!A0,hour,,10,,,", "formula", true],
  ])("%j is refused", (row, says) => {
    const { faults, lines } = read(row);
    expect(lines).toEqual([]);
    expect(faults.map(({ message }) => message).join(" ")).toContain(says);
  });

  test("columns that are missing, strange or there twice are named", () => {
    const { faults } = readRatesFile("What it is for,Price,One unit is,One unit is\na,1,hour,hour");
    expect(faults.map(({ column }) => column)).toEqual(["Price before VAT", "Price", "One unit is"]);
  });

  test("too many, too large and no text at all are refused", () => {
    const many = Array.from({ length: 501 }, (_, at) => `Thing ${at},hour,,10,,,`);
    expect(read(...many).faults[0]?.message).toContain("up to 500");
    expect(readRatesFile("x".repeat(1_000_001)).faults[0]?.message).toContain("1 MB");
    expect(textOf(new Uint8Array([80, 75, 3, 4, 0]))).toBeNull();
    expect(textOf(new Uint8Array([0xa3, 0x31]))).toBe("£1");
  });

  const line = fc.record({
    what: fc
      .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(..."abc =+-@,;\"'\t1£é".split("")) })
      .map((text) => text.trim().replace(/\s+/g, " "))
      .filter((text) => text !== "" && !text.startsWith("'")),
    unit: fc.constantFrom("hour", "session", "placeNight" as const),
    complexity: fc.constantFrom("low", "high" as const),
    pence: fc.bigInt({ min: 1n, max: 10_000_000n }),
    vatBp: fc.constantFrom(0, 2000),
  });
  property.prop([fc.uniqueArray(line, { minLength: 1, maxLength: 20, selector: ({ what }) => what.toLowerCase() })])(
    "what goes out comes back the same, and no cell starts a formula",
    (made) => {
      const lines = made.map((one) => priced(one as Partial<PricedLine>));
      const text = ratesFile(lines);
      // A plain negative number runs nothing, and stays what it is.
      for (const cell of text
        .replace("\uFEFF", "")
        .split(/\r\n/)
        .map((row) => row.replace(/^"/, "")))
        expect(cell).not.toMatch(/^(?!-\d+(\.\d+)?(,|"|$))[=+@-]/);
      const back = readRatesFile(text);
      expect(back.faults).toEqual([]);
      expect(back.lines.map(({ price, ...rest }) => ({ ...rest, pence: price }))).toEqual(lines);
    },
  );
});
