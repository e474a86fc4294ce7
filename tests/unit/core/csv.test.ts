import { fc, test } from "@fast-check/vitest";
import Papa from "papaparse";
import { describe, expect } from "vitest";
import { type Cell, csv, csvResponse, neutralise } from "@/lib/core/values/csv";

const one = (...cells: Cell[]) => csv([{ header: "h", value: (cell: Cell) => cell }], cells, { bom: false });

describe("cells", () => {
  test.each([
    ["=1+1"],
    ["+1"],
    ["-1+2"],
    ["@SUM(A1)"],
    ["  =1"],
    ["\t=1"],
    ["\r=1"],
    ["\n=1"],
    ["\u00A0=1"],
    ["\u200B=1"],
    ["\uFEFF=1"],
    ["\0=1"],
    ["＝1"],
    ["＋1"],
    ["－1"],
    ["＠x"],
    ["﹦1"],
    ["−1"],
    ["\u3000＝1"],
    ["\tplain"],
    ["\rplain"],
    ["-1e5"],
    ["--1"],
    ["-"],
    ["\u3164=1"],
  ])("%j cannot start a formula", (text) => expect(neutralise(text)).toBe(`'${text}`));

  test.each([["a=b"], ["1-2"], ["a@b.org"], [" plain"], ["-5"], ["-12.50"], [""], ["£5"]])("%j is left alone", (text) =>
    expect(neutralise(text)).toBe(text),
  );

  test("numbers stay numbers, instants are UTC, nothing is empty", () => {
    const cells: Cell[] = [
      -5,
      1.5,
      -123n,
      true,
      new Date("2026-07-01T00:00:00+01:00"),
      null,
      undefined,
      Number.NaN,
      new Date(Number.NaN),
    ];
    const row = csv(
      cells.map((cell, index) => ({ header: String(index), value: () => cell })),
      [0],
      { bom: false },
    );
    expect(row.split("\r\n")[1]).toBe("-5,1.5,-123,true,2026-06-30T23:00:00.000Z,,,,");
  });

  test("lines end in CRLF, a byte order mark comes first, and headers are cells too", () => {
    expect(csv([{ header: "=h", value: (n: number) => n }], [1, 2])).toBe("\uFEFF'=h\r\n1\r\n2\r\n");
    expect(one()).toBe("h\r\n");
    expect(one('say "x", y', "a;=b", "a\nb")).toBe('h\r\n"say ""x"", y"\r\n"a;=b"\r\n"a\nb"\r\n');
  });

  const hostile = fc
    .array(
      fc.constantFrom("=", "+", "-", "@", " ", "\t", "\r", "\n", '"', ",", ";", "'", "＝", "a", "1", "\u200B", "\0"),
    )
    .map((parts) => parts.join(""));
  test.prop([fc.array(fc.tuple(hostile, hostile), { minLength: 1 })])(
    "what is read back is what was written, and starts no formula",
    (rows) => {
      const written = csv(
        [
          { header: "a", value: ([a]: [string, string]) => a },
          { header: "b", value: ([, b]: [string, string]) => b },
        ],
        rows,
        { bom: false },
      );
      const read = Papa.parse<string[]>(written, { newline: "\r\n", delimiter: "," }).data.slice(1, -1);
      expect(read).toEqual(rows.map((row) => row.map(neutralise)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\0\u200B]*([=+@＝]|-(?!\d+(\.\d+)?$))/);
    },
  );
});

describe("a download", () => {
  test("is an attachment that nothing guesses about", async () => {
    const response = csvResponse("spend 2026-27.csv", csv([{ header: "£", value: (n: number) => n }], [1]));
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "private, no-store",
      "content-disposition": 'attachment; filename="spend 2026-27.csv"',
      "content-type": "text/csv; charset=utf-8; header=present",
      "x-content-type-options": "nosniff",
    });
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.prop([fc.string({ unit: "binary" })])("has a safe file name, whatever it is called", (name) => {
    const disposition = csvResponse(name, "").headers.get("content-disposition");
    expect(disposition).toMatch(/^attachment; filename="[A-Za-z0-9 ._-]+\.csv"$/);
  });
});
