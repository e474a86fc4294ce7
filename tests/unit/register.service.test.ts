import { describe, expect, test } from "vitest";
import type { Member } from "@/lib/core/actor";
import type { Role } from "@/lib/core/prisma/enums";
import { RatesInput } from "@/lib/register/service/rates/schema";
import { rateFaults, unfinished } from "@/lib/register/service/rules";
import { CapacityInput, DescriptionInput, EligibilityInput, readListed } from "@/lib/register/service/schema";
import { sections, sectionsAfter } from "@/lib/register/service/sections";
import { service } from "@/lib/register/service/states";
import { ageWords, eventWords, stateWords, volumeWords, waitWords } from "@/lib/register/service/words";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const ours = "01890a5d-ac96-774b-bcce-b302099a8058";
const _member = (kind: Member["kind"], roles: Role[], organisationId = ours): Member => ({
  kind,
  id,
  organisationId,
  roles,
});

describe("prices", () => {
  const line = { unit: "session", what: "Session", complexity: "any", volumeFrom: 1, volumeTo: null } as const;
  const found = (...lines: Parameters<typeof rateFaults>[0]) =>
    rateFaults(lines).map(({ line: at, field }) => `${at} ${field}`);

  test.each([
    ["one price", [line], []],
    ["two things in one unit", [line, { ...line, what: "Group" }], []],
    ["the same thing twice, spelled otherwise", [line, { ...line, what: " SESSION " }], ["1 volumeFrom"]],
    [
      "bands that meet",
      [
        { ...line, volumeTo: 20 },
        { ...line, volumeFrom: 21 },
      ],
      [],
    ],
    [
      "bands in any order",
      [
        { ...line, volumeFrom: 21 },
        { ...line, volumeTo: 20 },
      ],
      [],
    ],
    [
      "bands that overlap",
      [
        { ...line, volumeTo: 20 },
        { ...line, volumeFrom: 20 },
      ],
      ["1 volumeFrom"],
    ],
    [
      "a gap",
      [
        { ...line, volumeTo: 20 },
        { ...line, volumeFrom: 30 },
      ],
      ["1 volumeFrom"],
    ],
    ["a minimum order", [{ ...line, volumeFrom: 10 }], []],
    ["a band that runs backwards", [{ ...line, volumeFrom: 10, volumeTo: 5 }], ["0 volumeTo"]],
    [
      "a price for each level",
      [
        { ...line, complexity: "low" },
        { ...line, complexity: "high" },
      ],
      [],
    ],
    ["any level beside one level", [line, { ...line, complexity: "high" }], ["0 complexity"]],
    ["another unit of the same thing", [line, { ...line, unit: "hour" }], []],
  ] as const)("%s", (_, lines, faults) => {
    expect(found(...lines)).toEqual(faults);
  });

  test("a form is read: rows left empty at the end go, faults stand at their row", () => {
    const row = {
      what: "Session",
      unit: "session",
      price: "45",
      complexity: "any",
      vatBp: "2000",
      volumeFrom: "",
      volumeTo: "",
    };
    const empty = { what: "", unit: "", price: "", complexity: "any", vatBp: "0", volumeFrom: "", volumeTo: "" };
    const read = RatesInput.safeParse({ serviceId: id, version: "0", lines: [row, empty] });
    expect(read.data?.lines).toEqual([
      { what: "Session", unit: "session", complexity: "any", price: 4500n, vatBp: 2000, volumeFrom: 1, volumeTo: null },
    ]);
    const wrong = RatesInput.safeParse({
      serviceId: id,
      version: "0",
      lines: [empty, { ...row, price: "0", vatBp: "500" }],
    });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(
      expect.arrayContaining(["lines.0.what", "lines.0.unit", "lines.0.price", "lines.1.price", "lines.1.vatBp"]),
    );
    expect(RatesInput.safeParse({ serviceId: id, version: 0, lines: [] }).success).toBe(false);
    expect(RatesInput.safeParse({ serviceId: id, version: 0, lines: "x" }).success).toBe(false);
  });
});

describe("half-done pages", () => {
  const raw = { serviceId: id, edit: "1", title: "Finding home" };

  test("for later, what is missing is let be", () => {
    expect(DescriptionInput.safeParse({ ...raw, intent: "later" }).success).toBe(true);
    const paths = DescriptionInput.safeParse(raw).error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual(["summary", "description", "outcomeCodes"]);
  });

  test("a name is needed in either case, and what is no object is refused", () => {
    expect(DescriptionInput.safeParse({ ...raw, title: "", intent: "later" }).success).toBe(false);
    expect(DescriptionInput.safeParse(null).success).toBe(false);
  });

  test.each([
    [{ minAge: "18", maxAge: "" }, true],
    [{ minAge: "18", maxAge: "25" }, true],
    [{ minAge: "18", maxAge: "17" }, false],
    [{ minAge: "9", maxAge: "" }, false],
    [{ minAge: "", maxAge: "" }, false],
  ])("ages %j", (ages, right) => {
    expect(EligibilityInput.safeParse({ serviceId: id, edit: 1, sex: "anyone", exclusions: "", ...ages }).success).toBe(
      right,
    );
  });

  test.each([
    [{ places: "10", openPlaces: "10" }, true],
    [{ places: "10", openPlaces: "11" }, false],
    [{ places: "0", openPlaces: "0" }, false],
    [{ places: "1e3", openPlaces: "1" }, false],
  ])("capacity %j", (full, right) => {
    expect(CapacityInput.safeParse({ serviceId: id, version: "0", waitDays: "0", ...full }).success).toBe(right);
  });
});

describe("what is unfinished", () => {
  const version = {
    title: "A",
    summary: "B",
    description: "C",
    outcomeCodes: ["x"],
    settings: ["community"],
    languages: ["en"],
    placeCodes: ["p"],
    minAge: 18,
  };
  const whole = { version, hasPrices: true, capacityAsOf: new Date(), places: 1 };

  test("nothing of a whole service", () => expect(unfinished(whole)).toEqual([]));
  test("everything of an empty one, in order", () =>
    expect(unfinished({ version: null, hasPrices: false, capacityAsOf: null, places: 0 })).toEqual(sections));
  test.each([
    [{ ...whole, version: { ...version, summary: "" } }, "description"],
    [{ ...whole, version: { ...version, minAge: 0 } }, "who"],
    [{ ...whole, version: { ...version, placeCodes: [] } }, "places"],
    [{ ...whole, version: { ...version, languages: [] } }, "delivery"],
    [{ ...whole, hasPrices: false }, "prices"],
    [{ ...whole, capacityAsOf: null }, "capacity"],
  ])("one part (%#)", (standing, section) => expect(unfinished(standing)).toEqual([section]));

  test("the pages after one begin with the next and end before it", () => {
    expect(sectionsAfter("delivery")).toEqual(["prices", "capacity", "description", "who", "places"]);
  });
});

test("every state and event has its words", () => {
  for (const state of service.states) expect(stateWords[state].meaning).toMatch(/\.$/);
  for (const state of service.states)
    for (const event of service.events(state)) expect(eventWords[event].act).not.toBe("");
});

test("figures in words", () => {
  expect([ageWords({ minAge: 18, maxAge: null }), ageWords({ minAge: 18, maxAge: 25 })]).toEqual([
    "18 and over",
    "18 to 25",
  ]);
  expect([0, 1, 13, 21].map(waitWords)).toEqual(["No wait", "1 day", "13 days", "3 weeks"]);
  expect([volumeWords({ volumeFrom: 1, volumeTo: null }), volumeWords({ volumeFrom: 21, volumeTo: null })]).toEqual([
    "Any number",
    "21 or more",
  ]);
});

test("a list's address that cannot be read is the whole list", () => {
  expect(readListed({ page: "x", state: "wizard" })).toEqual({ page: 1, state: undefined });
  expect(readListed({ page: "2", state: "paused" })).toEqual({ page: 2, state: "paused" });
});
