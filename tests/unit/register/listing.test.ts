import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { sourceOf } from "@/lib/register/listing/columns";
import { batches, type Extract, inspect } from "@/lib/register/listing/reading";
import { isSameName, plainName } from "@/lib/register/listing/rules";
import { type Format, fieldsOf, formatOf, LONGEST_RECORD, type Piece, Splitter } from "@/lib/register/listing/splitter";

const split = (bytes: Buffer, cuts: readonly number[], format: Format = "comma"): Piece[] => {
  const splitter = new Splitter(format);
  const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
  return [
    ...places.slice(1).flatMap((place, at) => splitter.push(bytes.subarray(places[at], place))),
    ...splitter.end(),
  ];
};
const texts = (text: string, format?: Format) => split(Buffer.from(text), [], format).map((piece) => piece.text);

describe("a file is parted into records", () => {
  test.each([
    ["plain lines", "a,b\nc,d\n", ["a,b", "c,d"]],
    ["no line end at the end", "a,b\nc,d", ["a,b", "c,d"]],
    ["CRLF", "a,b\r\nc,d\r\n", ["a,b", "c,d"]],
    ["a mark of byte order", "\uFEFFa,b\nc", ["a,b", "c"]],
    ["a quoted line end", 'a,"one\r\ntwo",c\nd', ['a,"one\r\ntwo",c', "d"]],
    ["a quoted quote", 'a,"say ""hm""\n",b\nc', ['a,"say ""hm""\n",b', "c"]],
    ["a quote inside a field, which opens nothing", 'a,b "c\nd,e', ['a,b "c', "d,e"]],
    ["empty lines", "a\n\n\r\nb\n", ["a", "b"]],
    ["nothing", "", []],
  ])("%s", (_what, text, wanted) => expect(texts(text)).toEqual(wanted));

  test("tabs have no quotes", () => expect(texts('a\t"b\nc\td', "tab")).toEqual(['a\t"b', "c\td"]));

  test("objects on a line each, in a list, and with braces in their texts", () => {
    expect(texts('{"a":1}\n{"a":"}"}\n', "json")).toEqual(['{"a":1}', '{"a":"}"}']);
    expect(texts('\uFEFF[{"a":1},{"a":{"b":"\\"}"}}]', "json")).toEqual(['{"a":1}', '{"a":{"b":"\\"}"}}']);
  });

  test("each knows its line, and the byte and line from which reading goes on", () => {
    const [first, second] = split(Buffer.from('é,"1\n2"\r\nb\n'), []);
    expect(first).toMatchObject({ line: 1, end: 10, lines: 2 });
    expect(second).toMatchObject({ line: 3, end: 12, lines: 3 });
  });

  test("a quote that is never closed costs its own line", () => {
    const found = split(Buffer.from('a,"b\nc,d\ne,f\n'), []);
    expect(found.map(({ line, text, fault }) => [line, text, fault])).toEqual([
      [1, "", "A quote is opened and never closed"],
      [2, "c,d", null],
      [3, "e,f", null],
    ]);
  });

  test.each<[Format, string]>([
    ["comma", `"${"x".repeat(LONGEST_RECORD + 10)}`],
    ["comma", "x".repeat(LONGEST_RECORD + 10)],
    ["json", `{"a":"${"x".repeat(LONGEST_RECORD + 10)}"}`],
  ])("what is too long is refused and not kept (%s)", (format, long) => {
    const bytes = Buffer.from(`${long}\n${format === "json" ? '{"b":1}' : "b"}\n`);
    const whole = split(bytes, [], format);
    expect(whole[0]?.fault).toEqual(expect.any(String));
    expect(whole.at(-1)?.text).toBe(format === "json" ? '{"b":1}' : "b");
    expect(split(bytes, [5, 1000, LONGEST_RECORD, LONGEST_RECORD + 12], format)).toEqual(whole);
  });

  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r\n", " ", "😀"), maxLength: 6 });
  property.prop([fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), fc.array(fc.nat(200))])(
    "as Papa Parse does, wherever the chunks are cut",
    (rows, cuts) => {
      const text = Papa.unparse(rows, { quotes: true, newline: "\r\n" });
      const pieces = split(Buffer.from(text), cuts);
      expect(pieces).toEqual(split(Buffer.from(text), []));
      expect(pieces.map((piece) => fieldsOf(piece.text, "comma"))).toEqual(rows);
    },
  );

  property.prop([
    fc.uint8Array({ maxLength: 400 }),
    fc.array(fc.nat(400)),
    fc.constantFrom<Format>("comma", "tab", "json"),
  ])("any bytes at all, the same wherever they are cut, and every end is further on", (bytes, cuts, format) => {
    const whole = split(Buffer.from(bytes), [], format);
    expect(split(Buffer.from(bytes), cuts, format)).toEqual(whole);
    for (const [at, piece] of whole.entries()) expect(piece.end).toBeGreaterThan(whole[at - 1]?.end ?? 0);
  });

  property.prop([fc.array(cell, { maxLength: 20 }), fc.nat(20)])(
    "reading goes on from any record's end",
    (cells, nth) => {
      const bytes = Buffer.from(cells.map((one, at) => `${at},"${one.replaceAll('"', '""')}"\n`).join(""));
      const whole = split(bytes, []);
      const stop = whole[nth];
      if (!stop) return;
      const rest = new Splitter("comma", { position: stop.end, lines: stop.lines });
      expect([...rest.push(bytes.subarray(stop.end)), ...rest.end()]).toEqual(whole.slice(nth + 1));
    },
  );
});

test("a quote out of place is refused, and a field may be empty", () => {
  expect(fieldsOf('a,"b"c,d', "comma")).toBeNull();
  expect(fieldsOf('a,b"c', "comma")).toBeNull();
  expect(fieldsOf('"a","",', "comma")).toEqual(["a", "", ""]);
  expect(fieldsOf(",", "comma")).toEqual(["", ""]);
  expect(formatOf('\uFEFF [{"a":1}]')).toBe("json");
  expect(formatOf("a\tb,c\td")).toBe("tab");
});

async function* once(text: string) {
  yield Buffer.from(text);
}
async function read(extract: Pick<Extract, "format" | "columns">, text: string) {
  const source = sourceOf(extract.columns);
  if (!source) throw new Error("not an extract");
  const whole = { ...extract, source, position: 0, lines: 0 };
  const found = [];
  for await (const batch of batches(whole, once(text), whole, 100)) found.push(batch);
  return { rows: found.flatMap(({ rows }) => rows), faults: found.flatMap(({ faults }) => faults) };
}

const columns = [
  ...["registered_charity_number", "linked_charity_number", "charity_name", "charity_registration_status"],
  ...["date_of_registration", "date_of_removal", "latest_income", "latest_acc_fin_period_end_date"],
];

describe("columns of the register of charities", () => {
  test("are read into what is stored", async () => {
    const { rows } = await read(
      { format: "tab", columns },
      "9950010\t0\t Lantern\u0007 Bridge \tRegistered\t2001-02-03 00:00:00\t\t12345.6\t2026-03-31T00:00:00\n" +
        "9950010\t2\tBursary\tRemoved\t\t2020-01-31\t\t\n",
    );
    expect(rows[0]).toMatchObject({
      scheme: "GB-CHC",
      value: "9950010",
      name: "Lantern  Bridge",
      isActive: true,
      registeredOn: "2001-02-03",
      removedOn: null,
      incomePence: "1234560",
      incomeYear: 2026,
    });
    expect(rows[1]).toMatchObject({ value: "9950010-2", isActive: false, removedOn: "2020-01-31", incomePence: null });
  });

  test("what is wrong is said by line", async () => {
    const good = "9950010,0,A,Registered,,,,";
    const { rows, faults } = await read(
      { format: "comma", columns },
      [
        good,
        ",0,A,Registered,,,,",
        "12,0,A,Registered,,,,",
        "9950020,0,,Registered,,,,",
        "9950020,0,A,Registered,2023-02-29,,,",
        "9950020,0,A,Registered,,31/12/99,,",
        "9950020,0,A,Registered,,,lots,",
        "9950020,0,A",
        good,
      ].join("\n"),
    );
    expect(rows).toHaveLength(2);
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(faults.map(({ message }) => message)).toEqual([
      "There is no number",
      expect.stringContaining("6 or 7 digits"),
      "There is no name",
      expect.stringContaining("2023-02-29"),
      expect.stringContaining("31/12/99"),
      expect.stringContaining("lots"),
      "There are 3 fields, and the first line names 8",
    ]);
  });

  test("JSON says the same, figures as figures", async () => {
    const { rows, faults } = await read(
      { format: "json", columns },
      '[{"registered_charity_number":9950010,"linked_charity_number":0,"charity_name":"A \\ud800","charity_registration_status":"Registered","latest_income":1.5,"date_of_removal":null},\n{"charity_name":[]}, {oh}]',
    );
    expect(rows[0]).toMatchObject({ value: "9950010", name: "A", incomePence: "150" });
    expect(faults).toMatchObject([
      { line: 2, message: "There is no number" },
      { line: 2, message: "This is not a JSON object" },
    ]);
  });
});

test.each([
  ["charities", 48],
  ["companies", 25],
])("the extract of %s that ships is wholly readable, and made up", async (name, count) => {
  const path = `prisma/listing/${name}.csv`;
  const extract = await inspect(path);
  const found = [];
  for await (const batch of batches(extract, once(readFileSync(path, "utf8")), { position: 0, lines: 0 }, 1000))
    found.push(batch);
  const [batch] = found;
  // The header, read as a row, is the only fault.
  expect(batch?.faults).toHaveLength(1);
  expect(batch?.rows).toHaveLength(count);
  for (const row of batch?.rows ?? []) {
    expect(row.value).toMatch(/^99(00|50)\d/);
    expect(row.postcode).toMatch(/^ZZ/);
  }
});

describe("names", () => {
  test.each([
    ["The Weirfield Trust", " weirfield  trust"],
    ["Bramble & Finch Ltd", "BRAMBLE AND FINCH LIMITED"],
    ["Ltd.", "limited"],
    ["St. Aldric's", "St Aldrics"],
    ["Café Yard", "CAFE YARD"],
    ["Tea&Talk", "Tea and Talk"],
  ])("%s is %s", (one, other) => expect(isSameName(one, other)).toBe(true));

  test.each([
    ["Weirfield Trust", "Weirfield Friends"],
    ["Theatre Yard", "atre Yard"],
    ["Amber Gate", "Ambergate"],
    ["The", ""],
  ])("%s is not %s", (one, other) => expect(isSameName(one, other)).toBe(false));

  property.prop([fc.string()])("a plain name is plain already, and no capital or space changes it", (name) => {
    const plain = plainName(name);
    expect(plainName(plain.replace(/^the /, ""))).toBe(plain.replace(/^the /, ""));
    expect(isSameName(name, `  ${name} `)).toBe(true);
  });
});
