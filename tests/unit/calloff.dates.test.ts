import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canDivide, divided, monthsOf, monthsWithout, ramp, refitted } from "@/lib/calloff/before/lots/rules";
import { deadlinesOf } from "@/lib/calloff/before/timetable/deadlines";
import {
  answersBy,
  earliestClose,
  leastTime,
  proposedTimetable,
  type TimetableLaw,
  timetableFaults,
  timetableWarnings,
} from "@/lib/calloff/before/timetable/rules";
import { lawOf } from "@/lib/calloff/record/rules";
import { addDays, londonDay, londonInstant } from "@/lib/core/values/moment";
import { sum } from "@/lib/core/values/money";
import { addWorkingDays, bankHolidaysOf, isWorkingDay } from "@/lib/reference/calendar";

const holidays = new Set([2026, 2027, 2028, 2029].flatMap(bankHolidaysOf));
const law = (more: Partial<TimetableLaw> = {}): TimetableLaw => ({
  ...{ on: "2026-11-23", isCentral: true, lightTouch: true, procurement: true, thresholdPence: 663_540_00n },
  ...{ above: false, route: null, holidays, startsOn: null, mobilisationWeeks: 0 },
  ...more,
});
const days = fc.integer({ min: 0, max: 900 }).map((after) => addDays("2026-01-05", after));
const routes = fc.constantFrom(
  null,
  "quotes" as const,
  "belowThreshold" as const,
  "marketCompetition" as const,
  "directAward" as const,
  "grantRound" as const,
);

describe("the law of a call-off", () => {
  const thresholds = [
    {
      ...{ kind: "lightTouch" as const, name: "", pence: 663_540_00n, source: "", readInLaw: true, note: null },
      ...{ validFrom: "2024-01-01", validTo: null },
    },
  ];
  const asked = { isCentral: true, lightTouch: true, on: "2026-11-23", thresholds };
  test.each([
    ["contract" as const, 663_539_99n, false],
    ["contract" as const, 663_540_00n, true],
    ["grant" as const, 900_000_00n, false],
    ["bond" as const, 900_000_00n, true],
  ])("%s of %s pence: above %s", (instrument, estimatePence, above) => {
    expect(lawOf({ ...asked, instrument, estimatePence }).above).toBe(above);
  });
  test("a day without a known threshold counts as above", () => {
    expect(lawOf({ ...asked, on: "2020-01-01", instrument: "contract", estimatePence: 1n }).above).toBe(true);
  });
});

describe("a timetable", () => {
  test("a proposed one always stands: working days, in order, and the least time kept", () => {
    fc.assert(
      fc.property(days, routes, fc.boolean(), fc.boolean(), (on, route, above, lightTouch) => {
        const about = law({ on, route, above, lightTouch });
        const dates = proposedTimetable(about);
        expect([...timetableFaults(dates, about)]).toEqual([]);
        expect(dates.closesAt >= earliestClose(dates.publishOn, about)).toBe(true);
        for (const day of [
          dates.publishOn,
          londonDay(dates.clarifyUntil),
          londonDay(dates.closesAt),
          dates.decideOn,
          answersBy(dates.closesAt, holidays),
        ])
          expect(isWorkingDay(day, holidays)).toBe(true);
      }),
    );
  });

  test("every date that follows comes in order, and all but the details notice and the start on working days", () => {
    fc.assert(
      fc.property(days, routes, fc.constantFrom(0, 8, 12, 30), (on, route, standstillDays) => {
        const about = law({ on, route });
        const all = deadlinesOf({ ...proposedTimetable(about), standstillDays }, about);
        const order = [
          "publish",
          "questions",
          "answers",
          "close",
          "opening",
          "decision",
          "notice",
          "standstill",
          "sign",
        ];
        const shown = all.filter(({ key }) => order.includes(key));
        expect(shown.map(({ key }) => key)).toEqual(order.filter((key) => key !== "standstill" || standstillDays > 0));
        for (const { on: day, why } of shown) {
          expect(isWorkingDay(day, holidays)).toBe(true);
          expect(why).not.toBe("");
        }
      }),
    );
  });

  test("no date that is not a working day passes", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (publishOn, after) => {
        const dates = {
          publishOn,
          clarifyUntil: londonInstant(addDays(publishOn, after), "12:00"),
          closesAt: londonInstant(addDays(publishOn, after + 7), "12:00"),
          decideOn: addDays(publishOn, after + 30),
          standstillDays: 8,
        };
        const faults = timetableFaults(dates, law({ on: "2026-01-01" }));
        const typed = [publishOn, addDays(publishOn, after), addDays(publishOn, after + 7), dates.decideOn];
        if (typed.some((day) => !isWorkingDay(day, holidays))) expect(faults.size).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ["light touch", law({ above: true }), 0],
    ["a dynamic market", law({ above: true, lightTouch: false, route: "marketCompetition" }), 10],
    ["any other competition", law({ above: true, lightTouch: false }), 25],
    ["below the threshold", law({ lightTouch: false }), 0],
    ["a grant", law({ procurement: false }), 0],
    ["a direct award", law({ above: true, lightTouch: false, route: "directAward" }), 0],
  ])("the least time of %s", (_, about, least) => {
    expect(leastTime(about).days).toBe(least);
  });

  test("ten days are ten whole days, the first being the day after publication", () => {
    const about = law({ above: true, lightTouch: false, route: "marketCompetition" });
    expect(earliestClose("2026-12-01", about)).toEqual(new Date("2026-12-12T00:00:00Z"));
    const dates = proposedTimetable(about);
    const early = { ...dates, closesAt: londonInstant(addDays(dates.publishOn, 10), "23:00") };
    expect(timetableFaults(early, about).get("closesOn")).toMatch(/10 whole days/);
  });

  test("says what is short, odd or late, and lets it stand", () => {
    const about = law({ startsOn: "2027-01-10", mobilisationWeeks: 8 });
    const publishOn = "2026-12-01";
    const closesOn = addWorkingDays(publishOn, 8, holidays);
    const dates = {
      publishOn,
      clarifyUntil: londonInstant(addWorkingDays(closesOn, -4, holidays), "12:00"),
      closesAt: londonInstant(closesOn, "23:00"),
      decideOn: addWorkingDays(closesOn, 2, holidays),
      standstillDays: 0,
    };
    expect(timetableFaults(dates, about).size).toBe(0);
    expect(timetableWarnings(dates, about)).toHaveLength(5);
  });
});

describe("volumes", () => {
  test("a term has every month that it touches", () => {
    expect(monthsOf("2027-01-15", "2027-03-01")).toEqual(["2027-01-01", "2027-02-01", "2027-03-01"]);
    expect(monthsOf("2027-03-01", "2027-02-01")).toEqual([]);
  });

  test("growing goes evenly from the first month to the full one, and stays", () => {
    expect(ramp(6, { from: 2, to: 10, growing: 4 })).toEqual([2, 4, 7, 10, 10, 10]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 2, max: 24 }), (one, more, growing) => {
        const volumes = ramp(24, { from: one, to: one + more, growing });
        expect(volumes[0]).toBe(one);
        expect(volumes.slice(growing - 1)).toEqual(volumes.slice(growing - 1).map(() => one + more));
        expect(volumes.every((volume, at) => at === 0 || volume >= (volumes[at - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test("a moved term keeps its volumes in order, drops what is beyond it and invents nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { maxLength: 30 }), fc.integer({ min: 0, max: 40 }), (volumes, length) => {
        const before = volumes.map((volume, at) => ({ month: monthsOf("2027-01-01", "2030-12-01")[at] ?? "", volume }));
        const months = monthsOf("2028-04-01", "2032-12-01").slice(0, length);
        const after = refitted(before, months);
        expect(after.map(({ volume }) => volume)).toEqual(volumes.slice(0, length));
        expect(monthsWithout(after, months)).toHaveLength(Math.max(0, length - volumes.length));
      }),
    );
  });

  test("a divided lot adds up to what it was, to the penny and the unit", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 100n, max: 9_999_999_999n }),
        fc.bigInt({ min: 0n, max: 9_999_999n }),
        fc.array(fc.nat(5_000), { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 2, max: 30 }),
        (budgetPence, extensionPence, volumes, parts) => {
          const lot = {
            budgetPence,
            extensionPence,
            volumes: volumes.map((volume, at) => ({ month: `${at}`, volume })),
          };
          expect(canDivide(lot, parts)).toBe(true);
          const all = divided(lot, parts);
          expect(sum(all.map((part) => part.budgetPence))).toBe(budgetPence);
          expect(sum(all.map((part) => part.extensionPence))).toBe(extensionPence);
          for (const [at, volume] of volumes.entries())
            expect(all.reduce((total, part) => total + (part.volumes[at]?.volume ?? 0), 0)).toBe(volume);
          expect(all.every((part) => part.budgetPence > 0n)).toBe(true);
        },
      ),
    );
  });
});
