import { describe, expect, test } from "vitest";
import {
  count,
  day,
  dayIso,
  listed,
  moment,
  percent,
  pounds,
  roundPounds,
  time,
  whole,
} from "@/lib/core/values/format";

describe("money", () => {
  test.each([
    [0n, "£0.00"],
    [5n, "£0.05"],
    [123450n, "£1,234.50"],
    [-100n, "−£1.00"],
    [-5n, "−£0.05"],
    [900719925474099101n, "£9,007,199,254,740,991.01"],
  ])("%s pence is %s", (pence, written) => expect(pounds(pence)).toBe(written));

  test.each([
    [66354000n, "£663,540"],
    [149n, "£1"],
    [150n, "£2"],
    [-66354000n, "−£663,540"],
  ])("%s pence is about %s", (pence, written) => expect(roundPounds(pence)).toBe(written));
});

describe("time is that of the United Kingdom", () => {
  test.each([
    ["2027-06-03T16:00:00Z", "3 June 2027 at 5pm"],
    ["2027-12-03T17:00:00Z", "3 December 2027 at 5pm"],
    ["2027-06-02T23:00:00Z", "3 June 2027 at midnight"],
    ["2027-06-02T23:30:00Z", "3 June 2027 at 12:30am"],
    ["2027-06-03T11:00:00Z", "3 June 2027 at midday"],
    ["2027-06-03T11:05:00Z", "3 June 2027 at 12:05pm"],
    ["2027-01-03T09:30:00Z", "3 January 2027 at 9:30am"],
  ])("%s is %s", (instant, written) => expect(moment(new Date(instant))).toBe(written));

  test("a calendar day is never moved by a time zone", () => {
    expect(day("2027-06-03")).toBe("3 June 2027");
    expect(day(new Date("2027-06-02T23:00:00Z"))).toBe("3 June 2027");
    expect(dayIso(new Date("2027-06-02T23:00:00Z"))).toBe("2027-06-03");
    expect(time(new Date("2027-06-02T08:15:00Z"))).toBe("9:15am");
  });
});

test("numbers and words agree", () => {
  expect(count(0, "service")).toBe("no services");
  expect(count(1, "service")).toBe("1 service");
  expect(count(1234, "service")).toBe("1,234 services");
  expect(count(2, "charity", "charities")).toBe("2 charities");
  expect(whole(12345)).toBe("12,345");
  expect(percent(1250)).toBe("12.5%");
  expect(percent(10000)).toBe("100%");
  expect(listed(["Kent", "Surrey", "Sussex"])).toBe("Kent, Surrey and Sussex");
});
