import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/values/moment";
import {
  addWorkingDays,
  bankHolidaysOf,
  easterSunday,
  isWorkingDay,
  standstillEnds,
  workingDayFrom,
  workingDaysBetween,
} from "@/lib/reference/calendar";
import { snapshot } from "@/lib/reference/snapshot";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const files = readFiles();
const listed = files.filter(({ list }) => list === "holiday").flatMap(({ rows }) => rows);
const { holidays } = snapshot(rowsOf(files), "2026-06-01");

/** Written apart from the product's own: the anonymous Gregorian algorithm, letter for letter. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, "0")}-${String((n % 31) + 1).padStart(2, "0")}`;
}

describe("bank holidays", () => {
  test.each([2025, 2026, 2027, 2028, 2029, 2030])("%i is listed as the standing rules give it", (year) => {
    const days = listed.map(({ code }) => code).filter((code) => code.startsWith(String(year)));
    expect(days).toEqual(bankHolidaysOf(year));
    expect(days).toHaveLength(8);
    expect(listed.find(({ code }) => code === addDays(easter(year), -2))?.name).toBe("Good Friday");
    expect(listed.find(({ code }) => code === addDays(easter(year), 1))?.name).toBe("Easter Monday");
  });

  test.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2025, "2025-04-20"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("Easter of %i", (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  property.prop([fc.integer({ min: 1600, max: 2400 })])("Easter agrees with the algorithm written apart", (year) => {
    expect(easterSunday(year)).toBe(easter(year));
  });

  test("a holiday at a weekend has its substitute, and only a substitute is marked", () => {
    const substitutes = listed.filter(({ detail }) => detail.substitute).map(({ code, name }) => [code, name]);
    expect(substitutes).toEqual([
      ["2026-12-28", "Boxing Day"],
      ["2027-12-27", "Christmas Day"],
      ["2027-12-28", "Boxing Day"],
      ["2028-01-03", "New Year's Day"],
    ]);
  });

  test("when Boxing Day takes the Monday, Christmas takes the Tuesday's place after it", () => {
    expect(bankHolidaysOf(2033).slice(-2)).toEqual(["2033-12-26", "2033-12-27"]);
  });

  test("years after the list follow the standing rules", () => {
    expect(holidays.has("2031-12-25")).toBe(true);
    expect(isWorkingDay("2031-04-14", holidays)).toBe(false);
  });
});

describe("working days", () => {
  test.each([
    ["2026-04-01", 1, "2026-04-02"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-12-24", 1, "2026-12-29"],
    ["2026-06-05", 20, "2026-07-03"],
    ["2026-04-07", -1, "2026-04-02"],
    ["2026-06-06", 0, "2026-06-06"],
  ])("%s and %i working days is %s", (day, count, expected) => {
    expect(addWorkingDays(day, count, holidays)).toBe(expected);
  });

  test.each([
    ["a Monday", "2026-06-01", "2026-06-10"],
    ["a Friday", "2026-06-05", "2026-06-16"],
    ["a Saturday, which starts on the Monday", "2026-06-06", "2026-06-17"],
    ["before Easter", "2026-04-01", "2026-04-14"],
    ["before Christmas", "2026-12-21", "2027-01-04"],
  ])("a standstill from %s", (_, notice, ends) => {
    expect(standstillEnds(notice, holidays)).toBe(ends);
  });

  test("a standstill of no days, or a broken count, is a fault", () => {
    expect(() => standstillEnds("2026-06-01", holidays, 0)).toThrow(RangeError);
    expect(() => addWorkingDays("2026-06-01", 1.5, holidays)).toThrow(RangeError);
    expect(() => addWorkingDays("2026-02-30", 1, holidays)).toThrow(RangeError);
  });

  const day = fc.integer({ min: 0, max: 2100 }).map((after) => addDays("2025-01-01", after));
  const count = fc.integer({ min: 1, max: 60 });

  property.prop([day, count])("lands on a working day, and the days between are as many as were added", (from, n) => {
    const to = addWorkingDays(from, n, holidays);
    expect(isWorkingDay(to, holidays)).toBe(true);
    expect(workingDaysBetween(from, to, holidays)).toBe(n);
  });

  property.prop([day, count, count])("adding in two steps is adding at once", (from, one, other) => {
    const twice = addWorkingDays(addWorkingDays(from, one, holidays), other, holidays);
    expect(twice).toBe(addWorkingDays(from, one + other, holidays));
  });

  property.prop([day, count])("from a working day, there and back again", (from, n) => {
    const start = workingDayFrom(from, holidays);
    expect(addWorkingDays(addWorkingDays(start, n, holidays), -n, holidays)).toBe(start);
  });

  property.prop([day, day])("counting backwards is counting forwards, negated", (one, other) => {
    const forwards = workingDaysBetween(one, other, holidays);
    expect(workingDaysBetween(other, one, holidays) + forwards).toBe(0);
  });

  property.prop([day])("a standstill has eight working days, the first from the notice on", (notice) => {
    const end = standstillEnds(notice, holidays);
    expect(workingDaysBetween(addDays(notice, -1), end, holidays)).toBe(8);
  });
});
