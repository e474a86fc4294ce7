import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { eventSentence } from "@/lib/openness/event-words";
import { askedFor, isAsked, weighed } from "@/lib/register/market/asked";
import { mayDesign, mayEnd, visibleTo } from "@/lib/register/market/policy";
import { bandsRise, lacking, moved, renumbered, ruleOf, standingOf } from "@/lib/register/market/rules";
import { ConditionInput } from "@/lib/register/market/schema";
import { standardDesign } from "@/lib/register/market/standard";
import { bandLabel, bandName, eventWords } from "@/lib/register/market/words";
import { NoticeFacts } from "@/lib/register/notice/facts";
import { memberFacts, toJson } from "@/lib/register/notice/rules";
import { NoticeFilter } from "@/lib/register/notice/schema";
import { kindName, noticeKinds, ownKinds, titleWords } from "@/lib/register/notice/words";
import kinds from "@/prisma/reference/notice-kinds.json";

const part = fc.integer({ min: 1, max: 6 });
const condition = fc.record({
  bandFrom: fc.integer({ min: 1, max: 3 }),
  partNumbers: fc.uniqueArray(part, { maxLength: 4 }),
  minutes: fc.integer({ min: 1, max: 20 }),
});
const conditions = fc.array(condition, { maxLength: 20 });
const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 6 });

describe("what is asked", () => {
  property.prop([conditions, parts, fc.integer({ min: 1, max: 2 })])(
    "a higher value never asks less, and another part never takes a question away",
    (all, partNumbers, band) => {
      const asked = new Set(askedFor(all, { band, partNumbers }));
      const higher = askedFor(all, { band: band + 1, partNumbers });
      for (const one of asked) expect(higher).toContain(one);
      for (const one of askedFor(all, { band, partNumbers: partNumbers.slice(1) })) expect(asked.has(one)).toBe(true);
    },
  );

  property.prop([conditions, parts, fc.integer({ min: 1, max: 3 })])(
    "a condition is asked of an application when it is asked for one of its parts",
    (all, partNumbers, band) => {
      for (const one of all)
        expect(askedFor(all, { band, partNumbers }).includes(one)).toBe(
          partNumbers.some((partNumber) => isAsked(one, { band, partNumber })),
        );
    },
  );

  property.prop([conditions])("before a part is chosen, what is weighed is the least that any part asks", (all) => {
    const bands = [{ number: 1 }, { number: 2 }, { number: 3 }];
    const before = weighed(all, { bands, partNumbers: [] });
    for (let number = 1; number <= 6; number += 1)
      for (const [at, load] of weighed(all, { bands, partNumbers: [number] }).entries())
        expect(load.minutes).toBeGreaterThanOrEqual(before[at]?.minutes ?? 0);
  });

  test("the standard asks little for small work, and more as it grows", () => {
    const loads = weighed(standardDesign.conditions, { bands: standardDesign.bands, partNumbers: [] });
    expect(loads.map(({ conditions: asked, minutes }) => [asked, minutes])).toEqual([
      [10, 30],
      [12, 39],
      [13, 44],
    ]);
    expect(standardDesign.bands.map(bandLabel)).toEqual([
      "Small: up to £100,000",
      "Medium: up to £663,540",
      "Large: any value",
    ]);
    expect(bandName(standardDesign.bands, 7)).toBe("Band 7");
  });
});

describe("a design", () => {
  const whole = {
    conflictsAssessment: "Everybody was asked, and nobody has an interest in any of them.",
    opensOn: "2027-01-01",
    closesOn: "2030-12-31",
    ...standardDesign,
  };
  const sections = (change: Partial<typeof whole>) =>
    lacking({ ...whole, ...change }, "2026-11-01").map(({ section }) => section);

  test("lacks nothing when it is whole", () => expect(sections({})).toEqual([]));
  test.each<[string, Partial<typeof whole>, string[]]>([
    ["what it is for", { description: "" }, ["terms"]],
    ["who may use it", { usedBy: "" }, ["terms"]],
    ["a conflicts assessment", { conflictsAssessment: "None." }, ["terms"]],
    ["a term that is still to come", { closesOn: "2026-10-31" }, ["terms"]],
    ["bands", { bands: [] }, ["bands"]],
    ["parts", { parts: [] }, ["parts"]],
  ])("lacks %s", (_what, change, expected) => expect(sections(change)).toEqual(expected));

  test("lacks something that shows what each part can do, when only promises or large work are asked", () => {
    const promises = whole.conditions.filter(({ kind }) => kind === "declaration");
    expect(sections({ conditions: promises })).toHaveLength(14);
    const large = whole.conditions.map((one) => (one.kind === "declaration" ? one : { ...one, bandFrom: 2 }));
    expect(sections({ conditions: large })).toHaveLength(14);
  });

  test("is held to the law again when it is published", () => {
    const [first, ...rest] = whole.conditions;
    if (!first) throw new Error("The standard has no condition.");
    expect(
      lacking({ ...whole, conditions: [{ ...first, text: "Send audited accounts." }, ...rest] }, "2026-11-01"),
    ).toMatchObject([{ section: "conditions", number: 1, message: expect.stringContaining("section 36(2)(a)") }]);
  });

  property.prop([
    fc.array(fc.integer(), { minLength: 1, maxLength: 9 }),
    fc.nat(8),
    fc.constantFrom(-1 as const, 1 as const),
  ])("moving keeps every item, and moving back undoes it", (list, at, by) => {
    const items = list.map((value, index) => ({ value, index }));
    const after = moved(items, at, by);
    expect(after.toSorted((one, other) => one.index - other.index)).toEqual(items);
    const inside = at < items.length && at + by >= 0 && at + by < items.length;
    expect(moved(after, at + by, by === 1 ? -1 : 1)).toEqual(inside ? items : moved(items, at + by, by === 1 ? -1 : 1));
  });

  test("conditions follow the parts that they name, and say when they have lost them all", () => {
    const now = new Map([
      [1, 2],
      [2, 1],
      [4, 3],
    ]);
    expect(renumbered([1, 4], now)).toEqual({ partNumbers: [2, 3], lostAll: false });
    expect(renumbered([3], now)).toEqual({ partNumbers: [], lostAll: true });
    expect(renumbered([], now)).toEqual({ partNumbers: [], lostAll: false });
  });

  test.each([
    [true, "last alone", [null]],
    [true, "two and the last", [1, 2, null]],
    [false, "two alike", [2, 2, null]],
    [false, "two without an end", [null, null]],
    [false, "a last with an end", [1, 2]],
  ])("bands rise: %s for %s", (rise, _which, values) =>
    expect(bandsRise(values.map((value) => ({ upToPence: value === null ? null : BigInt(value) })))).toBe(rise),
  );

  test("stands where its days say", () => {
    const register = { frozenAt: new Date(), opensOn: new Date("2027-01-01"), closesOn: new Date("2027-12-31") };
    expect(["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map((on) => standingOf(register, on))).toEqual([
      "coming",
      "running",
      "running",
      "ended",
    ]);
    expect(standingOf({ ...register, frozenAt: null }, "2027-06-01")).toBe("draft");
  });

  test("a condition has the rule of its subject", () => {
    const said = (text: string) => ruleOf({ title: "", text, help: "" });
    expect(said("You do not need audited accounts.")).toBe("dm.conditions.no_audited_accounts");
    expect(said("You will have insurance by the day it starts.")).toBe("dm.conditions.no_insurance_before_award");
    expect(said("What has your team done before?")).toBe("dm.conditions.no_prior_award");
    expect(said("A quality mark or something equal.")).toBe("dm.conditions.equivalents");
    expect(said("Who leads on safeguarding?")).toBe("dm.conditions.proportionate");
  });

  property.prop([fc.record({ title: fc.string(), text: fc.string(), help: fc.string(), justification: fc.string() })])(
    "whatever is typed as a condition is taken or refused at a field, and never a fault",
    (typed) => {
      const result = ConditionInput.safeParse({
        ...typed,
        registerId: "01a201fa-1f7c-77be-abb9-565f51ddf5de",
        edit: "1",
        conditionId: "",
        kind: "question",
        orEquivalent: "yes",
        minutes: "3",
        bandFrom: "1",
        evidenceKind: "",
        validMonths: "",
      });
      const fields = result.error?.issues.map(({ path }) => path.join(".")) ?? [];
      expect(["title", "text", "help", "justification"]).toEqual(expect.arrayContaining(fields));
    },
  );

  test("is designed by the steward's admin alone, seen by stewards, and ended by the clock", () => {
    const at = { id: "u", organisationId: "o" };
    const admin = { ...at, kind: "steward", roles: ["admin"] } as const;
    const assessor = { ...at, kind: "steward", roles: ["assessor"] } as const;
    expect([mayDesign(admin), mayDesign(assessor), mayDesign(visitor), mayDesign(system)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([mayEnd(system), mayEnd(admin)]).toEqual([true, false]);
    expect(visibleTo(assessor)).toEqual({});
    expect(visibleTo(visitor)).toEqual({ frozenAt: { not: null } });
  });
});

describe("a notice", () => {
  const charity = {
    reference: "TO-2026-000001",
    name: "Open Gate",
    address: "1 Station Road",
    identifiers: [
      { scheme: "GB-REV", value: "AB12345" },
      { scheme: "GB-COH", value: "01234567" },
      { scheme: "GB-CHC", value: "1234567" },
    ],
    provider: { size: "medium" as const, vcse: true, contactEmail: null },
  };

  test("describes a member as the law asks, with a number that may be shown, and no person's address", () => {
    expect(memberFacts(charity)).toEqual({
      name: "Open Gate",
      address: "1 Station Road",
      email: "",
      identifier: "GB-CHC-1234567",
      sme: true,
      vcse: true,
    });
    expect(memberFacts({ ...charity, identifiers: charity.identifiers.slice(0, 1) }).identifier).toBe("TO-2026-000001");
    expect(memberFacts({ ...charity, provider: { ...charity.provider, size: "large" } }).sme).toBe(false);
    expect(memberFacts({ ...charity, provider: null })).toMatchObject({ sme: false, vcse: false });
  });

  test("is of an official kind, and is titled in plain words", () => {
    const official = kinds.rows.map(({ code }) => code);
    const own: readonly string[] = ownKinds;
    for (const code of noticeKinds.filter((kind) => !own.includes(kind))) expect(official).toContain(code);
    expect(kindName("UK15")).toBe("UK15: Change");
    expect(kindName("UK99")).toBe("UK99");
    const named = [{ number: 3, title: "Women" }];
    expect(titleWords.UK15("Open Gate", named, true)).toBe("Open Gate joined part 3");
    expect(titleWords.UK15("Open Gate", [...named, { number: 5, title: "Family" }], false)).toBe(
      "Open Gate left parts 3 and 5",
    );
  });

  test("reads the same from JSON as it was written", () => {
    const facts: NoticeFacts = {
      what: "change",
      register: { code: "r-2026", title: "A register" },
      authority: { name: "The office", reference: "TO-1", address: "" },
      organisation: { reference: "TO-2", name: "Open Gate" },
      joined: true,
      on: "2026-11-01",
      parts: [{ number: 1, title: "Women" }],
    };
    expect(NoticeFacts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
    const member = memberFacts(charity);
    const notice = {
      reference: "TN-2026-000001",
      number: 1,
      kindCode: "UK15",
      title: "",
      publishedAt: new Date(0),
      facts,
    };
    expect(
      toJson(
        notice,
        [{ ...member, joined: true, part: { number: 1, title: "Women" } }],
        [{ ...member, part: 1, partTitle: "Women" }],
      ),
    ).toMatchObject({
      publishedAt: "1970-01-01T00:00:00.000Z",
      changes: [{ joined: true, supplier: { identifier: "GB-CHC-1234567" } }],
      members: [{ part: { number: 1 }, supplier: { name: "Open Gate", sme: true } }],
    });
  });

  property.prop([fc.record({ kind: fc.anything(), year: fc.anything(), page: fc.anything() })])(
    "whatever stands in the address is a filter or none",
    (typed) => {
      expect(NoticeFilter.safeParse(typed).success).toBe(true);
    },
  );

  test("and everything that happens to a register have words in its history", () => {
    for (const event of Object.keys(eventWords)) expect(eventSentence(`register.${event}`)).toBe(eventWords[event]);
    expect(eventSentence("notice.publish")).toBe("A notice was published");
  });
});
