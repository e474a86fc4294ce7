import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  endOfLondonDay,
  financialYear,
  isDay,
  londonDay,
  londonInstant,
  londonTime,
  startOfLondonDay,
} from "@/lib/core/values/moment";

const instant = fc.date({ min: new Date("1975-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });
const day = instant.map((date) => date.toISOString().slice(0, 10));
const few = fc.integer({ min: -5_000, max: 5_000 });
const at = (text: string) => new Date(text);

describe("London days", () => {
  test.each([
    ["2026-01-15T12:00:00Z", "2026-01-15", "12:00"],
    ["2026-06-30T22:59:59.999Z", "2026-06-30", "23:59"],
    ["2026-06-30T23:00:00Z", "2026-07-01", "00:00"],
    ["2026-12-31T23:59:59Z", "2026-12-31", "23:59"],
    ["2026-03-29T00:59:59Z", "2026-03-29", "00:59"],
    ["2026-03-29T01:00:00Z", "2026-03-29", "02:00"],
    ["2026-10-25T00:59:59Z", "2026-10-25", "01:59"],
    ["2026-10-25T01:00:00Z", "2026-10-25", "01:00"],
  ])("%s is %s at %s", (utc, expected, time) => {
    expect(londonDay(at(utc))).toBe(expected);
    expect(londonTime(at(utc))).toBe(time);
  });

  test.each([
    ["2026-01-15", "2026-01-15T00:00:00.000Z", "2026-01-15T23:59:59.999Z"],
    ["2026-03-29", "2026-03-29T00:00:00.000Z", "2026-03-29T22:59:59.999Z"],
    ["2026-07-01", "2026-06-30T23:00:00.000Z", "2026-07-01T22:59:59.999Z"],
    ["2026-10-25", "2026-10-24T23:00:00.000Z", "2026-10-25T23:59:59.999Z"],
  ])("%s runs from %s to %s", (which, from, to) => {
    expect(startOfLondonDay(which).toISOString()).toBe(from);
    expect(endOfLondonDay(which).toISOString()).toBe(to);
  });

  test.each([
    ["2026-11-20", "17:00", "2026-11-20T17:00:00.000Z"],
    ["2026-05-20", "17:00", "2026-05-20T16:00:00.000Z"],
    ["2026-03-29", "01:30", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
  ])("%s at %s in London is %s", (which, time, utc) => expect(londonInstant(which, time).toISOString()).toBe(utc));

  test.prop([instant])("an instant lies within its day, and days meet without a gap", (moment) => {
    const today = londonDay(moment);
    expect(moment >= startOfLondonDay(today) && moment <= endOfLondonDay(today)).toBe(true);
    expect(endOfLondonDay(today).getTime() + 1).toBe(startOfLondonDay(addDays(today, 1)).getTime());
    expect(londonDay(startOfLondonDay(today))).toBe(today);
  });

  test.prop([instant])(
    "what the clock shows leads back to that minute, but in the hour that autumn repeats",
    (moment) => {
      const back = londonInstant(londonDay(moment), londonTime(moment)).getTime();
      const minute = Math.floor(moment.getTime() / 60_000) * 60_000;
      expect([minute, minute - 3_600_000]).toContain(back);
    },
  );
});

describe("arithmetic of days", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-04-15", 12, "2027-04-15"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("%s and %s months is %s", (from, months, to) => expect(addMonths(from, months)).toBe(to));

  test.each([
    ["2026-03-31", "2025-26"],
    ["2026-04-01", "2026-27"],
    ["2027-01-01", "2026-27"],
    ["1999-04-01", "1999-00"],
  ])("%s is in %s", (which, year) => expect(financialYear(which)).toBe(year));

  test.prop([day, few])("adding days is undone by taking them away, and is what lies between", (from, days) => {
    const to = addDays(from, days);
    expect(addDays(to, -days)).toBe(from);
    expect(daysBetween(from, to)).toBe(days);
    expect(compareDays(from, to)).toBe(Math.sign(-days) + 0);
    expect(isDay(to)).toBe(true);
  });

  test.prop([day, fc.integer({ min: -600, max: 600 })])(
    "adding months lands in the month meant, on that day or its last",
    (from, months) => {
      const to = addMonths(from, months);
      const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(index(to) - index(from)).toBe(months);
      expect(to.slice(8) === from.slice(8) || addDays(to, 1).endsWith("-01")).toBe(true);
    },
  );

  test.prop([day, day])("days sort as their text does", (one, other) => {
    expect(compareDays(one, other)).toBe(one < other ? -1 : one > other ? 1 : 0);
  });

  test("what is no day, time or whole count is a fault", () => {
    for (const bad of ["2026-02-30", "2026-2-3", "", "today", "2026-01-01T00:00:00Z"])
      expect(() => addDays(bad, 1)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", 1.5)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => londonInstant("2026-01-01", "24:00")).toThrow(RangeError);
  });
});
