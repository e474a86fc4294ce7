import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conditionFaults,
  conditionWarnings,
  criteriaFaults,
  floorOf,
  totalOf,
  type Written,
} from "@/lib/calloff/before/criteria/rules";
import { firstCriteria } from "@/lib/calloff/before/criteria/words";
import { notReady, type ReadyCallOff, readiness } from "@/lib/calloff/before/need/rules";
import { proposedTimetable, type TimetableLaw } from "@/lib/calloff/before/timetable/rules";
import { bankHolidaysOf } from "@/lib/reference/calendar";

const holidays = new Set([2026, 2027, 2028, 2029].flatMap(bankHolidaysOf));
const law = (more: Partial<TimetableLaw> = {}): TimetableLaw => ({
  ...{ on: "2026-11-23", isCentral: true, lightTouch: true, procurement: true, thresholdPence: 663_540_00n },
  ...{ above: false, route: null, holidays, startsOn: null, mobilisationWeeks: 0 },
  ...more,
});
const criterion = (kind: Written["kind"], weightBp: number, more: Partial<Written> = {}): Written => ({
  ...{ kind, weightBp, title: "Title", question: "How?", wordLimit: 300, minimum: null },
  ...more,
});
const own = floorOf(law(), "2025-10-01");
const binding = floorOf(law({ above: true }), "2025-10-01");
const faultsOf = (criteria: Written[], more: Partial<Parameters<typeof criteriaFaults>[1]> = {}) => [
  ...criteriaFaults(criteria, { priceMethod: "lowestOverPrice", floor: own, reason: "", ...more }).keys(),
];
const usual = [criterion("quality", 6000), criterion("socialValue", 1000), criterion("price", 3000)];

describe("criteria", () => {
  test("what a call-off begins with stands, with 60, 10 and 30", () => {
    const first = firstCriteria.map((row) => ({ ...row, minimum: null }));
    expect(faultsOf(first, { floor: binding })).toEqual([]);
    expect(["quality" as const, "socialValue" as const, "price" as const].map((kind) => totalOf(first, kind))).toEqual([
      6000, 1000, 3000,
    ]);
  });

  test("only a total of exactly 100% stands", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 3, maxLength: 12 }), (weights) => {
        const [price = 1, social = 1, ...quality] = weights;
        const all = [
          criterion("price", price),
          criterion("socialValue", social),
          ...quality.map((bp) => criterion("quality", bp)),
        ];
        const refused = faultsOf(all, { reason: "It is small." }).includes("criteria");
        expect(refused).toBe(totalOf(all) !== 10_000);
      }),
    );
  });

  test.each<[string, Written[], Parameters<typeof faultsOf>[1], string[]]>([
    ["the usual ones", usual, {}, []],
    ["two prices", [...usual, criterion("price", 1)], {}, ["criteria.3.kind", "criteria"]],
    ["a price where the price is fixed", usual, { priceMethod: "fixedPrice" }, ["criteria.2.weight"]],
    [
      "no price where the lowest wins",
      [criterion("quality", 9000), criterion("socialValue", 1000)],
      {},
      ["priceMethod"],
    ],
    [
      "quality alone with quality for each pound",
      [criterion("quality", 9000), criterion("socialValue", 1000)],
      { priceMethod: "qualityPerPound" },
      [],
    ],
    [
      "less social value without a reason",
      [criterion("quality", 7000), criterion("price", 3000)],
      {},
      ["socialValueReason"],
    ],
    [
      "less social value with a reason",
      [criterion("quality", 7000), criterion("price", 3000)],
      { reason: "Small." },
      [],
    ],
    [
      "less social value where the floor binds",
      [criterion("quality", 7000), criterion("price", 3000)],
      { reason: "Small.", floor: binding },
      ["socialValueReason"],
    ],
    [
      "a question that is not asked",
      [criterion("quality", 6000, { question: "", wordLimit: null }), ...usual.slice(1)],
      {},
      ["criteria.0.question", "criteria.0.wordLimit"],
    ],
  ])("%s", (_, criteria, more, faults) => {
    expect(faultsOf(criteria, more)).toEqual(faults);
  });

  test("the floor binds central bodies above the threshold, from the day that it must", () => {
    expect(binding.binding).toBe(true);
    expect(floorOf(law({ above: true, isCentral: false }), "2025-10-01").binding).toBe(false);
    expect(floorOf(law({ above: true, procurement: false }), "2025-10-01").binding).toBe(false);
    expect(floorOf(law({ above: true, on: "2025-09-30" }), "2025-10-01").binding).toBe(false);
  });
});

describe("conditions", () => {
  const one = (about: "service" | "supplier", title = "A room") => ({ about, title, text: "Have one.", why: "So." });
  test("below the threshold nothing is asked about the supplier; above it, and of a grant, it may be", () => {
    expect([...conditionFaults([one("service"), one("supplier")], law()).keys()]).toEqual(["conditions.1.about"]);
    expect(conditionFaults([one("supplier")], law()).get("conditions.0.about")).toMatch(/s85/);
    expect(conditionFaults([one("supplier")], law({ above: true })).size).toBe(0);
    expect(conditionFaults([one("supplier")], law({ procurement: false })).size).toBe(0);
  });
  test("many for a small value are pointed out", () => {
    const many = Array.from({ length: 5 }, () => one("service"));
    expect(conditionWarnings(many, law())).toHaveLength(1);
    expect(conditionWarnings(many, law({ above: true }))).toHaveLength(0);
    expect(conditionWarnings([one("service", "Insurance")], law())).toHaveLength(1);
  });
});

describe("readiness", () => {
  const about = law({ route: "belowThreshold", startsOn: "2027-04-01" });
  const ready: ReadyCallOff = {
    ...{ instrument: "contract", need: "Homes.", forWhom: "Adults", outcomeCodes: ["one"] },
    ...{ startsOn: "2027-04-01", endsOn: "2027-05-31", extensionMonths: 0, investorId: null, returnCapBp: null },
    ...{ socialValueStatement: "Jobs.", barriersConsidered: "Short forms.", route: "belowThreshold", routeReason: "" },
    ...{ registerId: null, priceMethod: "lowestOverPrice", socialValueReason: "", conflictsAssessment: "None." },
    timetable: proposedTimetable(about),
    lots: [
      {
        ...{ number: 1, budgetPence: 100n, extensionPence: 0n, shares: [{ sharePence: 60n }, { sharePence: 40n }] },
        volumes: [
          { month: "2027-04-01", volume: 1 },
          { month: "2027-05-01", volume: 0 },
        ],
      },
    ],
    ...{ criteria: usual, conditions: [], law: about, socialValueFrom: "2025-10-01" },
  };

  test("a finished draft needs nothing", () => {
    expect(notReady(ready)).toEqual([]);
    expect(readiness(ready).map(({ state }) => state)).toEqual([
      "ready",
      "ready",
      "ready",
      "none",
      ...["ready", "ready", "ready", "ready"],
    ]);
  });

  test.each<[string, Partial<ReadyCallOff>, string]>([
    ["no lots", { lots: [] }, "lots"],
    ["a month without a volume", { endsOn: "2027-06-30" }, "lots"],
    ["an extension that no lot pays for", { extensionMonths: 12 }, "lots"],
    ["shares that do not add up", { lots: ready.lots.map((lot) => ({ ...lot, budgetPence: 101n })) }, "funders"],
    ["no route", { route: null }, "route"],
    ["a direct award without a reason", { route: "directAward" }, "route"],
    ["a competition in no market", { route: "marketCompetition" }, "route"],
    ["a bond without an investor", { instrument: "bond", returnCapBp: 1000 }, "need"],
    ["no conflicts assessment", { conflictsAssessment: "" }, "conflicts"],
    ["dates gone by", { law: { ...about, on: "2027-03-01" } }, "timetable"],
    [
      "a condition about the supplier once it is below",
      { conditions: [{ about: "supplier", title: "", text: "", why: "" }] },
      "conditions",
    ],
    ["weights that miss", { criteria: usual.slice(1) }, "criteria"],
  ])("%s", (_, more, section) => {
    const wrong = readiness({ ...ready, ...more }).filter(({ why }) => why.length > 0);
    expect(wrong.map((found) => found.section)).toEqual([section]);
    for (const sentence of wrong.flatMap(({ why }) => why)) expect(sentence).toMatch(/\.$/);
  });
});
