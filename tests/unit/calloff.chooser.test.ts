import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lawOf } from "@/lib/calloff/record/rules";
import { type ChooserQuestion, type Standing, type Way, ways } from "@/lib/calloff/route/choices";
import { routesFor } from "@/lib/calloff/route/chooser";
import { chooserRules, groundWords, standingWords, wayWords } from "@/lib/calloff/route/chooser-words";
import { daysOf } from "@/lib/calloff/route/effort";
import type { Threshold } from "@/lib/reference/thresholds";

const amount = (
  kind: Threshold["kind"],
  pence: bigint,
  validFrom: string,
  validTo: string | null = null,
): Threshold => ({
  ...{ kind, name: kind, pence, source: "law", readInLaw: true, note: null, validFrom, validTo },
});
const thresholds = [
  amount("lightTouch", 663_540_00n, "2024-01-01"),
  amount("servicesCentralGovernment", 139_688_00n, "2024-01-01", "2025-12-31"),
  amount("servicesCentralGovernment", 135_018_00n, "2026-01-01"),
  amount("servicesSubCentral", 214_904_00n, "2024-01-01", "2025-12-31"),
  amount("servicesSubCentral", 207_720_00n, "2026-01-01"),
];

type More = Partial<Omit<ChooserQuestion, "law">> & { isCentral?: boolean; lightTouch?: boolean; on?: string };
const asked = ({ isCentral = true, lightTouch = true, on = "2026-06-01", ...more }: More = {}): ChooserQuestion => {
  const [instrument, estimatePence] = [more.instrument ?? "contract", more.estimatePence ?? 100_000_00n];
  return {
    ...{ instrument, estimatePence, lots: 1, market: { title: "The register", missing: [] } },
    law: lawOf({ instrument, estimatePence, isCentral, lightTouch, on, thresholds }),
    noticeFromPence: isCentral ? 12_000_00n : 30_000_00n,
    publishOverPence: 5_000_000_00n,
    same: [],
    failedBefore: false,
    allowance: { capPence: 0n, usedPence: 0n, year: "2026-27" },
    rules: { find: () => undefined },
    ...more,
  };
};
const standings = (more: More) =>
  Object.fromEntries(routesFor(asked(more)).map(({ way, standing }) => [way, standing])) as Record<Way, Standing>;
const same = (pence: bigint) => [{ id: "1", what: "purchase" as const, reference: "TC-1", title: "Homes", pence }];
const [yes, reason, no] = ["lawful", "withReason", "unlawful"] as const;
const row = (rateCard: Standing, quotes: Standing, below: Standing, market: Standing, direct: Standing) => ({
  ...{ rateCard, quotes, belowThreshold: below, marketCompetition: market, directAward: direct },
  ...{ grantRound: no, directGrant: no },
});

describe("the lawful routes", () => {
  test.each<[string, More, Record<Way, Standing>]>([
    ["light touch, a penny below", { estimatePence: 663_539_99n }, row(no, yes, yes, no, reason)],
    ["light touch, exactly the threshold", { estimatePence: 663_540_00n }, row(no, no, no, yes, reason)],
    [
      "within the yearly limit",
      { allowance: { capPence: 100_000_00n, usedPence: 0n, year: "" } },
      row(yes, yes, yes, no, reason),
    ],
    [
      "a penny over the yearly limit",
      { allowance: { capPence: 100_000_00n, usedPence: 1n, year: "" } },
      row(no, yes, yes, no, reason),
    ],
    [
      "other services, central, a penny below",
      { lightTouch: false, estimatePence: 135_017_99n },
      row(no, yes, yes, no, reason),
    ],
    [
      "other services, central, at the threshold",
      { lightTouch: false, estimatePence: 135_018_00n },
      row(no, no, no, yes, reason),
    ],
    [
      "the amount of the year before",
      { lightTouch: false, on: "2025-12-31", estimatePence: 135_018_00n },
      row(no, yes, yes, no, reason),
    ],
    [
      "other services, sub-central, a penny below",
      { lightTouch: false, isCentral: false, estimatePence: 207_719_99n },
      row(no, yes, yes, no, reason),
    ],
    [
      "other services, sub-central, at the threshold",
      { lightTouch: false, isCentral: false, estimatePence: 207_720_00n },
      row(no, no, no, yes, reason),
    ],
    ["a day without a threshold", { on: "2020-01-01" }, row(no, no, no, yes, reason)],
    ["no market", { estimatePence: 700_000_00n, market: null }, row(no, no, no, no, reason)],
    [
      "a market without a part",
      { estimatePence: 700_000_00n, market: { title: "R", missing: ["Debt"] } },
      row(no, no, no, no, reason),
    ],
    [
      "the same need in pieces, together at the threshold",
      { same: same(563_540_00n) },
      row(no, reason, reason, yes, reason),
    ],
    ["the same need in pieces, a penny below together", { same: same(563_539_99n) }, row(no, yes, yes, no, reason)],
    ["a bond goes by the rules for contracts", { instrument: "bond" }, row(no, yes, yes, no, reason)],
    ["a bond at the threshold", { instrument: "bond", estimatePence: 663_540_00n }, row(no, no, no, yes, reason)],
    ["no value yet", { estimatePence: 0n }, row(no, no, no, no, no)],
    [
      "a grant of any size",
      { instrument: "grant", estimatePence: 9_000_000_00n },
      { ...row(no, no, no, no, no), grantRound: yes },
    ],
    [
      "a grant within the limit",
      { instrument: "grant", allowance: { capPence: 100_000_00n, usedPence: 0n, year: "" } },
      { ...row(no, no, no, no, no), grantRound: yes, directGrant: reason },
    ],
  ])("%s", (_, more, expected) => {
    expect(standings(more)).toEqual(expected);
  });

  test("one supplier above the threshold needs a reason of the Act, and s43 only after a failed competition", () => {
    const groundsOf = (more: More) => routesFor(asked(more)).find(({ way }) => way === "directAward")?.grounds ?? [];
    expect(groundsOf({ estimatePence: 700_000_00n })).not.toContain("smallValue");
    expect(groundsOf({})).not.toContain("smallValue");
    expect(groundsOf({ allowance: { capPence: 100_000_00n, usedPence: 0n, year: "" } })).toContain("smallValue");
    expect(groundsOf({})).not.toContain("noSuitableTender");
    expect(groundsOf({ failedBefore: true })).toContain("noSuitableTender");
  });

  test("every sentence is short, sourced and about something", () => {
    for (const instrument of ["contract", "bond", "grant"] as const)
      for (const estimatePence of [0n, 10_000_00n, 100_000_00n, 700_000_00n, 6_000_000_00n])
        for (const lightTouch of [true, false])
          for (const market of [
            null,
            { title: "The register", missing: [] },
            { title: "The register", missing: ["Debt"] },
          ])
            for (const others of [[], same(650_000_00n)])
              for (const { because, after, timetable, effortHours } of routesFor(
                asked({ instrument, estimatePence, lightTouch, market, same: others }),
              )) {
                expect(because.length).toBeGreaterThan(0);
                expect(daysOf(timetable)).toBeGreaterThan(0);
                expect(effortHours).toBeGreaterThan(0);
                for (const { sentence, source, ruleCode } of [...because, ...after]) {
                  for (const one of sentence.split(/(?<=[.!?]) /))
                    expect(one.split(/\s+/).length, one).toBeLessThan(26);
                  expect(source.length).toBeGreaterThan(3);
                  expect(
                    chooserRules[ruleCode] ?? /^(below|dm|calloff|coi|contract|pay)\./.test(ruleCode),
                  ).toBeTruthy();
                }
              }
  });

  test("there are words for every way, standing and justification", () => {
    expect(Object.keys(wayWords).toSorted()).toEqual([...ways].toSorted());
    expect(Object.values(standingWords).every(({ label }) => label.length > 0)).toBe(true);
    expect(Object.values(groundWords).every(({ law, hint }) => law.length > 0 && hint.length > 0)).toBe(true);
  });

  test("as the value grows, what is closed stays closed and a competition stays open", () => {
    const pence = fc.bigInt({ min: 1n, max: 2_000_000_00n });
    fc.assert(
      fc.property(
        pence,
        pence,
        fc.boolean(),
        fc.boolean(),
        fc.bigInt({ min: 0n, max: 700_000_00n }),
        (one, two, isCentral, lightTouch, cap) => {
          const [less, more] = one < two ? [one, two] : [two, one];
          const how = { isCentral, lightTouch, allowance: { capPence: cap, usedPence: 0n, year: "" } };
          const [small, large] = [
            standings({ ...how, estimatePence: less }),
            standings({ ...how, estimatePence: more }),
          ];
          for (const way of ["rateCard", "quotes", "belowThreshold"] as const)
            if (small[way] === no) expect(large[way]).toBe(no);
          if (small.marketCompetition !== no) expect(large.marketCompetition).not.toBe(no);
          expect([large.quotes, large.marketCompetition].filter((standing) => standing !== no).length).toBe(1);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
