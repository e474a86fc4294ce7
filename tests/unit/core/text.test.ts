import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import {
  choice,
  choices,
  clockTime,
  emailAddress,
  isoDay,
  line,
  optional,
  text,
  ticked,
  webAddress,
  wholeNumber,
  yesNo,
} from "@/lib/core/values/text";

const said = (type: z.ZodType, raw: unknown) => type.safeParse(raw).error?.issues[0]?.message;
const hidden = "contains a hidden character that we cannot keep";

describe("text", () => {
  test.each([
    ["  a  ", "a"],
    ["a\r\nb\rc\nd\u2028e", "a\nb\nc\nd\ne"],
    ["cafe\u0301", "caf\u00E9"],
    ["a\tb", "a\tb"],
    ["👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 नमस्ते ไม้ไผ่ Tiếng Việt مرحبا שָׁלוֹם", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 नमस्ते ไม้ไผ่ Tiếng Việt مرحبا שָׁלוֹם".normalize("NFC")],
  ])("%j is kept as %j", (typed, kept) => expect(text().parse(typed)).toBe(kept));

  test.each([
    ["\0"],
    ["\x01"],
    ["\x0B"],
    ["\x1F"],
    ["\x7F"],
    ["\x85"],
    ["\uD800"],
    ["\uDC00"],
    ["\u202E"],
    ["\u2066"],
    ["\uFFFF"],
  ])("%j inside is refused", (bad) => expect(said(text(), `a${bad}b`)).toContain(hidden));

  test("marks piled on one letter are refused, also when form C unfolds them", () => {
    expect(said(text(), `z${"\u0300".repeat(20)}`)).toBe("The answer has too many accents on one letter");
    expect(text().safeParse(`z${"\u0344".repeat(6)}`).success).toBe(false);
    expect(text().safeParse("a\u0301".repeat(500)).success).toBe(true);
  });

  test("length is counted in code points, and the count is said", () => {
    expect(text({ max: 3 }).safeParse("👍👍👍").success).toBe(true);
    expect(said(text({ max: 3, label: "a title" }), "abcd")).toBe(
      "The title must be 3 characters or fewer. You have used 4",
    );
    expect(said(text({ min: 20, label: "reason" }), "short")).toBe("The reason must be 20 characters or more");
    expect(said(text({ min: 20, message: "Explain why" }), "short")).toBe("Explain why");
  });

  test.each([[""], [" \n"], [undefined], [null], ["\u200B\u2800\uFEFF"]])("%j is nothing typed", (raw) => {
    expect(said(text({ label: "your name" }), raw)).toBe("Enter your name");
    expect(text({ min: 0 }).parse(raw)).toBe("");
    expect(optional(text()).parse(raw)).toBeNull();
  });

  test("a line is one line", () => {
    expect(said(line({ label: "title" }), "a\nb")).toBe("The title must be on one line");
    expect(line().parse(" a\tb\n")).toBe("a b");
  });

  test("optional works round any reader, and a missing key is nothing typed", () => {
    const form = z.object({
      note: optional(text()),
      price: optional(pence()),
      parts: choices(["a", "b"]),
      agreed: ticked(),
    });
    expect(form.parse({})).toEqual({ note: null, price: null, parts: [], agreed: false });
    expect(form.parse({ note: " x ", price: "5", parts: "b", agreed: "on" })).toEqual({
      note: "x",
      price: 500n,
      parts: ["b"],
      agreed: true,
    });
    expect(said(form, { price: "five" })).toContain("pounds and pence");
    expect(z.object({ title: line({ label: "title" }) }).safeParse({}).error?.issues).toMatchObject([
      { path: ["title"], message: "Enter the title" },
    ]);
  });
});

describe("whatever is sent", () => {
  const readers = [
    text(),
    line(),
    optional(text()),
    emailAddress(),
    webAddress(),
    wholeNumber(),
    yesNo(),
    choice(["a"]),
    choices(["a"]),
    isoDay(),
    clockTime(),
    pence(),
  ];
  const nasty = fc.constantFrom(
    "\0",
    "\u202E",
    "\uD800",
    "\uDFFF",
    "\u0300",
    "\u0344",
    "=",
    "\r\n",
    "é",
    "ﷺ",
    "👍",
    "<script>",
    "'--",
    "\u200B",
    "@",
    ".",
    "https://",
    " ",
  );
  const long = fc
    .array(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 40 })), {
      minLength: 300,
      maxLength: 1200,
      size: "max",
    })
    .map((parts) => parts.join("").padEnd(10_240, "a."));

  test.prop([
    fc.oneof(
      long,
      fc.anything(),
      fc.string({ unit: "binary" }),
      fc.array(nasty).map((parts) => parts.join("")),
    ),
  ])("a reader succeeds or says why, and never throws", (raw) => {
    for (const type of readers) {
      const read = type.safeParse(raw);
      if (!read.success) expect(read.error.issues[0]?.message).toMatch(/^[A-Z]/);
    }
  });

  test.prop([
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.array(nasty).map((parts) => parts.join("")),
    ),
  ])("what was kept is safe, and is kept again unchanged", (raw) => {
    for (const type of [text(), line(), emailAddress(), webAddress()]) {
      const read = type.safeParse(raw);
      if (!read.success) continue;
      expect(read.data).not.toMatch(/[\0\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      expect(type.parse(read.data)).toBe(read.data);
    }
  });

  test("a megabyte of marks is refused at once", () => {
    const from = performance.now();
    for (const type of readers) expect(type.safeParse(`a${"\u0300\u0323".repeat(500_000)}`).success).toBe(false);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
