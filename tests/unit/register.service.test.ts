import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { system, visitor } from "@/lib/core/actor";
import type { Role, ServiceState } from "@/lib/core/prisma/enums";
import { type Places, placesFrom } from "@/lib/reference/places";
import { foldPlaces, listFault, readPlaceList } from "@/lib/register/service/place-list";
import { may, nextSteps, visibleTo } from "@/lib/register/service/policy";
import { rateFaults, unfinished } from "@/lib/register/service/rules";
import {
  CapacityInput,
  DescriptionInput,
  EligibilityInput,
  RatesInput,
  readListed,
} from "@/lib/register/service/schema";
import { sections, sectionsAfter } from "@/lib/register/service/sections";
import { service } from "@/lib/register/service/states";
import { ageWords, eventWords, stateWords, volumeWords, waitWords } from "@/lib/register/service/words";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const ours = "01890a5d-ac96-774b-bcce-b302099a8058";
const member = (kind: Member["kind"], roles: Role[], organisationId = ours): Member => ({
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

describe("places that were typed", () => {
  const row = (
    kind: "region" | "policeArea" | "localAuthority" | "pdu",
    code: string,
    name: string,
    parentCode: string | null = null,
  ) => ({
    kind,
    code,
    name,
    parentCode,
    current: true,
    gss: kind === "localAuthority" ? "E08000035" : null,
    council: kind === "localAuthority" ? `${name} City Council` : null,
    councils: [],
  });
  const places: Places = placesFrom([
    row("region", "region-ksx", "Kent, Surrey and Sussex"),
    row("region", "region-yh", "Yorkshire and the Humber"),
    row("policeArea", "police-kent", "Kent", "region-ksx"),
    row("policeArea", "police-wy", "West Yorkshire", "region-yh"),
    row("localAuthority", "la-leeds", "Leeds", "police-wy"),
    row("pdu", "pdu-leeds", "Leeds", "police-wy"),
    row("policeArea", "police-durham", "Durham", "region-yh"),
    row("localAuthority", "la-durham", "Durham", "police-durham"),
  ]);
  const read = (text: string) => readPlaceList(text, places);

  test.each([
    ["leeds", ["la-leeds"]],
    ["LEEDS CITY COUNCIL", ["la-leeds"]],
    ["Leeds (probation delivery unit)", ["pdu-leeds"]],
    ["Kent, Surrey & Sussex", ["region-ksx"]],
    ["Kent, West Yorkshire", ["police-kent", "police-wy"]],
    ["Kent;\nKent\n\n , ", ["police-kent"]],
  ])("%s", (text, codes) => expect(read(text)).toEqual({ codes, unknown: [], unclear: [] }));

  test("what is not known or not clear is said, with what it could be", () => {
    const list = read("Narnia\nDurham\nLeed");
    expect(list.codes).toEqual([]);
    const fault = listFault(list, places);
    expect(fault).toContain("“Narnia”");
    expect(fault).toContain("Durham (police area), or Durham (council area)");
    expect(fault).toContain("Did you mean Leeds (council area)");
    expect(listFault(read("Kent"), places)).toBeNull();
  });

  test("a place inside a chosen one is folded away", () => {
    expect(foldPlaces(["la-leeds", "region-yh", "police-kent", "gone"], places)).toEqual(
      ["police-kent", "region-yh"].toSorted(
        (a, b) => places.all.findIndex((p) => p.code === a) - places.all.findIndex((p) => p.code === b),
      ),
    );
  });
});

describe("who may do what", () => {
  const row = { organisationId: ours };
  const editor = member("provider", ["editor"]);
  const signatory = member("provider", ["signatory"]);
  const assessor = member("steward", ["assessor"], "01890a5d-ac96-774b-bcce-b302099a8059");
  const others: Actor[] = [
    visitor,
    member("provider", ["auditor"]),
    member("provider", ["signatory"], id),
    member("authority", ["commissioner"]),
  ];

  test.each([
    ["pause", editor, true],
    ["withdraw", editor, false],
    ["withdraw", signatory, true],
    ["publish", assessor, true],
    ["publish", signatory, false],
    ["goStale", system, true],
    ["goStale", signatory, false],
  ] as const)("%s", (event, actor, allowed) => expect(may[event](actor, row)).toBe(allowed));

  test("nobody else does anything", () => {
    for (const actor of others)
      for (const event of Object.keys(eventWords) as (keyof typeof may)[]) expect(may[event](actor, row)).toBe(false);
  });

  test("a steward's seat at the very organisation does not count", () => {
    expect(may.publish(member("steward", ["assessor"], ours), row)).toBe(false);
  });

  test("the buttons are those that both the state and the person allow", () => {
    expect(nextSteps(signatory, { ...row, state: "published" })).toEqual(["confirm", "pause", "withdraw"]);
    expect(nextSteps(editor, { ...row, state: "stale" })).toEqual(["confirm"]);
    expect(nextSteps(assessor, { ...row, state: "inReview" })).toEqual(["publish", "returnToDraft"]);
    for (const actor of others) expect(nextSteps(actor, { ...row, state: "published" })).toEqual([]);
  });

  test("a filter for nobody lets nothing through", () => {
    for (const actor of [visitor, member("authority", ["commissioner"]), member("steward", ["viewer"])])
      expect(visibleTo(actor)).toEqual({ id: { in: [] } });
  });
});

test("every state and event has its words", () => {
  for (const state of service.states as ServiceState[]) expect(stateWords[state].meaning).toMatch(/\.$/);
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
