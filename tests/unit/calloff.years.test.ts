import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareByYear } from "@/lib/calloff/before/funding/rules";
import { yearsAround } from "@/lib/calloff/budget/rules";
import { byYear, daysByYear, termOf, written } from "@/lib/calloff/budget/years";
import { addDays, asDate, daysBetween, financialYear } from "@/lib/core/values/moment";
import { sum } from "@/lib/core/values/money";

const day = fc.integer({ min: 0, max: 8_000 }).map((later) => addDays("2020-01-01", later));
const term = fc.tuple(day, fc.nat(1_900)).map(([from, days]) => ({ from, to: addDays(from, days) }));

describe("money by financial year", () => {
  test("three years from June: ten months, two whole years, two months", () => {
    const parts = byYear({ from: "2027-06-01", to: "2030-05-31" }, 1_096_00n);
    expect(daysByYear({ from: "2027-06-01", to: "2030-05-31" })).toEqual([
      { year: "2027-28", days: 305 },
      { year: "2028-29", days: 365 },
      { year: "2029-30", days: 365 },
      { year: "2030-31", days: 61 },
    ]);
    expect(parts).toEqual([
      { year: "2027-28", pence: 305_00n },
      { year: "2028-29", pence: 365_00n },
      { year: "2029-30", pence: 365_00n },
      { year: "2030-31", pence: 61_00n },
    ]);
    expect(written(parts.slice(0, 1))).toEqual({ "2027-28": "30500" });
  });

  test("a term within one year is one part, and so is one day", () => {
    expect(byYear({ from: "2027-04-01", to: "2028-03-31" }, 7n)).toEqual([{ year: "2027-28", pence: 7n }]);
    expect(byYear(termOf(asDate("2028-03-31"), null), 7n)).toEqual([{ year: "2027-28", pence: 7n }]);
    expect(byYear({ from: "2028-03-31", to: "2027-01-01" }, 7n)).toEqual([{ year: "2027-28", pence: 7n }]);
  });

  test("the last day of March and the first of April are a penny each, and nothing is no part", () => {
    const two = { from: "2028-03-31", to: "2028-04-01" };
    expect(byYear(two, 3n)).toEqual([
      { year: "2027-28", pence: 2n },
      { year: "2028-29", pence: 1n },
    ]);
    expect(byYear(two, 1n)).toEqual([{ year: "2027-28", pence: 1n }]);
    expect(byYear(two, 0n)).toEqual([]);
  });

  test("what is paid for getting ready belongs to the first year", () => {
    const two = { from: "2028-03-31", to: "2028-04-01" };
    expect(byYear(two, 100n, 50n).map(({ pence }) => pence)).toEqual([75n, 25n]);
    expect(byYear(two, 100n, 500n)).toEqual([{ year: "2027-28", pence: 100n }]);
    const shares = [
      { lotId: "a", awardPence: 120n },
      { lotId: "b", awardPence: 60n },
      { lotId: "c", awardPence: null },
    ];
    const prices = [
      { lotId: "a", pricePence: 100n, mobilisationPence: 50n },
      { lotId: "b", pricePence: 50n, mobilisationPence: 0n },
      { lotId: "c", pricePence: 0n, mobilisationPence: 0n },
    ];
    expect(shareByYear(two, shares, prices).map(({ pence }) => pence)).toEqual([120n, 60n]);
    expect(shareByYear(two, shares, []).map(({ pence }) => pence)).toEqual([90n, 90n]);
    expect(shareByYear(two, [], prices)).toEqual([]);
  });

  test("the parts add up to the share, each within a penny of its days, in years that follow one another", () => {
    fc.assert(
      fc.property(term, fc.bigInt({ min: 0n, max: 10_000_000_00n }), (within, pence) => {
        const years = daysByYear(within);
        const whole = daysBetween(within.from, within.to) + 1;
        const parts = byYear(within, pence);
        const within1p = years.every(({ year, days }) => {
          const part = parts.find((found) => found.year === year)?.pence ?? 0n;
          const apart = part * BigInt(whole) - pence * BigInt(days);
          return (apart < 0n ? -apart : apart) < BigInt(whole);
        });
        const [first, last] = [
          Number(financialYear(within.from).slice(0, 4)),
          Number(financialYear(within.to).slice(0, 4)),
        ];
        const named = years.every(({ year }, at) => year.startsWith(String(first + at)));
        const days = years.reduce((all, year) => all + year.days, 0);
        expect([sum(parts.map((part) => part.pence)), days, years.length, named, within1p]).toEqual([
          ...[pence, whole, last - first + 1, true, true],
        ]);
      }),
      { numRuns: 10_000 },
    );
  });

  test("whatever the lots cost and however much of it is for getting ready, a share is split whole", () => {
    const lot = fc.record({
      awardPence: fc.option(fc.bigInt({ min: 0n, max: 1_000_000_00n })),
      pricePence: fc.bigInt({ min: 0n, max: 1_000_000_00n }),
      ready: fc.nat(120),
    });
    fc.assert(
      fc.property(term, fc.array(lot, { maxLength: 6 }), (within, lots) => {
        const shares = lots.map(({ awardPence }, at) => ({ lotId: String(at), awardPence }));
        const prices = lots.map(({ pricePence, ready }, at) => ({
          ...{ lotId: String(at), pricePence },
          mobilisationPence: (pricePence * BigInt(ready)) / 100n,
        }));
        const parts = shareByYear(within, shares, prices);
        const whole = sum(shares.map(({ awardPence }) => awardPence ?? 0n));
        expect([sum(parts.map(({ pence }) => pence)), parts.every(({ pence }) => pence > 0n)]).toEqual([whole, true]);
      }),
      { numRuns: 10_000 },
    );
  });

  test("a budget can be made for the years around, and for the one that is asked for", () => {
    expect(yearsAround("2026-11-22")).toEqual(["2025-26", "2026-27", "2027-28", "2028-29"]);
    expect(yearsAround("2026-11-22", "2031-32")).toEqual(["2025-26", "2026-27", "2027-28", "2028-29", "2031-32"]);
    expect(yearsAround("2026-11-22", "2026-27")).toHaveLength(4);
    expect(yearsAround("2026-11-22", "x")).toHaveLength(4);
  });
});
