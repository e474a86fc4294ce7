import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastOf, remedies } from "@/lib/calloff/before/forecast/rules";
import { awardShares, sharesOfLot, sharesOfNewBudget } from "@/lib/calloff/before/funding/rules";
import { sum } from "@/lib/core/values/money";
import { WHOLE } from "@/lib/core/values/share";

describe("shares of lots and awards", () => {
  const bps = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 5 });
  const budget = fc.bigInt({ min: 1n, max: 10_000_000_00n });

  test("they add up to the penny, the lead pays the rest, and an award is shared as it was agreed", () => {
    fc.assert(
      fc.property(budget, bps, fc.bigInt({ min: 0n, max: 10_000_000_00n }), (pence, others, award) => {
        const shares = sharesOfLot("percent", pence, others);
        if (!shares) return expect(others.reduce((all, bp) => all + bp, 0)).toBeGreaterThan(WHOLE);
        expect(sum(shares.map(({ sharePence }) => sharePence))).toBe(pence);
        expect(sum(sharesOfNewBudget("percent", shares, award + 1n).map(({ sharePence }) => sharePence))).toBe(
          award + 1n,
        );
        for (const method of ["percent", "pounds"] as const)
          expect(sum(awardShares(method, shares, award))).toBe(award);
        expect(awardShares("percent", shares, pence)).toEqual(shares.map(({ sharePence }) => sharePence));
        expect(awardShares("pounds", shares, pence)).toEqual(shares.map(({ sharePence }) => sharePence));
      }),
      { numRuns: 10_000 },
    );
  });

  test("in pounds, nobody pays more than was agreed when the price is lower", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 1_000_00n }), { maxLength: 5 }),
        budget,
        fc.nat(10_000),
        (others, rest, part) => {
          const total = sum(others) + rest;
          const shares = sharesOfLot("pounds", total, others) ?? [];
          expect(shares.map(({ sharePence }) => sharePence)).toEqual([rest, ...others]);
          const price = (total * BigInt(part)) / 10_000n;
          for (const [at, pence] of awardShares("pounds", shares, price).entries())
            expect(pence).toBeLessThanOrEqual((shares[at]?.sharePence ?? 0n) + 1n);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test("more than there is cannot be shared", () => {
    expect(sharesOfLot("pounds", 100n, [101n])).toBeNull();
    expect(sharesOfLot("percent", 100n, [6_000, 5_000])).toBeNull();
    expect(sharesOfLot("percent", 100n, [10_000])).toEqual([
      { shareBp: 0, sharePence: 0n },
      { shareBp: 10_000, sharePence: 100n },
    ]);
  });
});

test("a forecast under three is thin, and its remedies lead into the draft", () => {
  const bidder = {
    organisationId: "1",
    name: "A",
    reference: "TO-1",
    services: 1,
    service: "Homes",
    openPlaces: 2,
    waitDays: 0,
    vcse: true,
    small: true,
    answered: false,
  };
  expect(forecastOf([bidder, bidder]).thin).toBe(true);
  expect(forecastOf([bidder, bidder, { ...bidder, openPlaces: 0 }])).toMatchObject({
    could: 3,
    haveSpace: 2,
    thin: false,
  });
  const at = { lots: 1, boardOpen: false, reference: "TC-1" };
  expect(remedies("x", { ...at, isGrant: false }).map(({ href }) => href)).toContain("/call-offs/x/engagement");
  expect(remedies("x", { ...at, isGrant: true, boardOpen: true }).map(({ href }) => href)).toContain(
    "/engagement/TC-1",
  );
});
