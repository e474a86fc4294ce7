import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  choice,
  choices,
  clockTime,
  emailAddress,
  isoDay,
  ticked,
  webAddress,
  wholeNumber,
  yesNo,
} from "@/lib/core/values/text";

const said = (type: z.ZodType, raw: unknown) => type.safeParse(raw).error?.issues[0]?.message;

describe("addresses", () => {
  test.each([
    ["A.Person+tc@Example.ORG ", "a.person+tc@example.org"],
    ["o'neil@mail.co.uk", "o'neil@mail.co.uk"],
  ])("%j is an e-mail address", (typed, kept) => expect(emailAddress().parse(typed)).toBe(kept));

  test.each([
    ["a"],
    ["a@b"],
    ["@b.org"],
    ["a@"],
    ["a@@b.org"],
    ["a b@c.org"],
    [".a@b.org"],
    ["a..b@c.org"],
    ["a@-b.org"],
    ["a@b.1"],
    ["a@[127.0.0.1]"],
    ['"a"@b.org'],
    ["a@b.org\nbcc: c@d.org"],
    ["a@b.org,c@d.org"],
    ["<a@b.org>"],
    [`${"a".repeat(65)}@b.org`],
    ["а@b.org"],
    [`a@${"b".repeat(300)}.org`],
  ])("%j is not", (typed) => expect(emailAddress().safeParse(typed).success).toBe(false));

  test.each([
    ["https://example.org", "https://example.org/"],
    ["www.example.org/a?b#c", "https://www.example.org/a?b#c"],
    ["HTTPS://EXAMPLE.org:8443/x", "https://example.org:8443/x"],
  ])("%j is a web address", (typed, kept) => expect(webAddress().parse(typed)).toBe(kept));

  test.each([
    ["http://example.org"],
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    ["//example.org"],
    ["https://"],
    ["https://localhost"],
    ["https://127.0.0.1/"],
    ["https://0x7f000001/"],
    ["https://[::1]/"],
    ["https://user:pass@example.org"],
    ["ftp://example.org"],
    ["example"],
    ["java\nscript:x"],
  ])("%j is not", (typed) => expect(webAddress().safeParse(typed).success).toBe(false));

  test("http is told apart", () => {
    expect(said(webAddress(), "http://example.org")).toBe("The web address must start with https://");
  });
});

describe("numbers, choices and days", () => {
  test.each([
    ["12", 12],
    [" 007 ", 7],
    [5, 5],
    ["0", 0],
  ])("%j is a whole number", (raw, value) => expect(wholeNumber().parse(raw)).toBe(value));
  test.each([
    ["1e3"],
    ["0x10"],
    ["1.0"],
    ["-1"],
    ["+1"],
    ["1,200"],
    ["१"],
    ["99999999999"],
    [1.5],
    [1e21],
    [Number.NaN],
    [""],
    [true],
    ["9".repeat(400)],
  ])("%j is not", (raw) => expect(wholeNumber().safeParse(raw).success).toBe(false));

  test("choices are from the list only, each once, in its order", () => {
    expect(choice(["a", "b"]).parse("b")).toBe("b");
    for (const raw of ["A", "", undefined, ["a"], "toString", 0])
      expect(choice(["a", "b"]).safeParse(raw).success).toBe(false);
    expect(said(choice(["a"], { label: "the bid you are awarding" }), "")).toBe("Choose the bid you are awarding");
    expect(choices(["a", "b", "c"]).parse(["c", "a", "c"])).toEqual(["a", "c"]);
    expect(said(choices(["a", "b"], { min: 1 }), [])).toBe("Choose at least one option");
    expect(said(choices(["a", "b"], { max: 1 }), ["a", "b"])).toBe("Choose one option at most");
    expect(choices(["a"]).safeParse(["a", "x"]).success).toBe(false);
  });

  test("yes, no and ticks", () => {
    expect([yesNo().parse("yes"), yesNo().parse("no"), yesNo().parse(true)]).toEqual([true, false, true]);
    expect(said(yesNo(), undefined)).toBe("Choose yes or no");
    expect(said(ticked({ required: true, message: "Confirm that this is true" }), undefined)).toBe(
      "Confirm that this is true",
    );
  });

  test.each([["2026-02-28"], ["2028-02-29"], ["2000-02-29"], ["2026-12-31"]])("%s is a day", (day) =>
    expect(isoDay().parse(day)).toBe(day),
  );
  test.each([
    ["2026-02-29"],
    ["1900-02-29"],
    ["2026-04-31"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-1-1"],
    ["26-01-01"],
    ["2026-01-01T00:00"],
    ["0050-01-01"],
    ["2200-01-01"],
    [20260101],
  ])("%s is not", (day) => expect(isoDay().safeParse(day).success).toBe(false));

  test("days have bounds, times have a clock", () => {
    const starts = isoDay({ min: "2026-04-01", max: "2027-03-31", label: "start date" });
    expect(said(starts, "2026-03-31")).toBe("The start date must be on or after 1 April 2026");
    expect(said(starts, "2027-04-01")).toBe("The start date must be on or before 31 March 2027");
    expect([clockTime().parse("9:05"), clockTime().parse("23:59")]).toEqual(["09:05", "23:59"]);
    for (const raw of ["24:00", "9.05", "12:60", "noon", ""]) expect(clockTime().safeParse(raw).success).toBe(false);
  });
});
