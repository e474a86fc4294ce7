import { describe, expect, test } from "vitest";
import { type RouteQuestion, routeFor } from "@/lib/calloff/route/rules";
import type { Threshold } from "@/lib/reference/thresholds";

const amount = (
  kind: Threshold["kind"],
  pence: bigint,
  validFrom: string,
  validTo: string | null = null,
): Threshold => ({
  kind,
  name: kind,
  pence,
  source: "law",
  readInLaw: true,
  note: null,
  validFrom,
  validTo,
});

const thresholds = [
  amount("lightTouch", 663_540_00n, "2024-01-01"),
  amount("servicesCentralGovernment", 139_688_00n, "2024-01-01", "2025-12-31"),
  amount("servicesCentralGovernment", 135_018_00n, "2026-01-01"),
  amount("servicesSubCentral", 207_720_00n, "2026-01-01"),
  amount("notifiableBelowThresholdCentral", 12_000_00n, "2025-02-24"),
  amount("notifiableBelowThresholdSubCentral", 30_000_00n, "2025-02-24"),
];

const asked = (more: Partial<RouteQuestion> = {}): RouteQuestion => ({
  instrument: "contract",
  totalPence: 20_000_00n,
  earlierPence: 0n,
  authority: { isCentral: true },
  lightTouch: true,
  on: "2026-06-01",
  year: "2026-27",
  thresholds,
  rules: { find: (code) => (code.startsWith("below") ? { source: "Procurement Act 2023 s85(1), (2)" } : undefined) },
  allowance: { capPence: 5_000_000_00n, usedPence: 0n },
  reason: "",
  ...more,
});

const codes = (answer: ReturnType<typeof routeFor>) => answer.because.map(({ ruleCode }) => ruleCode);

describe("a contract from the rate card", () => {
  test.each<[string, Partial<RouteQuestion>, boolean, string | null]>([
    ["a penny below the threshold", { totalPence: 663_539_99n }, true, null],
    ["the threshold exactly counts as above it", { totalPence: 663_540_00n }, false, "marketCompetition"],
    [
      "earlier purchases count with it",
      { totalPence: 63_540_00n, earlierPence: 600_000_00n },
      false,
      "marketCompetition",
    ],
    ["earlier purchases that leave a penny", { totalPence: 63_539_99n, earlierPence: 600_000_00n }, true, null],
    ["the whole of the limit", { allowance: { capPence: 20_000_00n, usedPence: 0n } }, true, null],
    ["a penny over the limit", { allowance: { capPence: 20_000_00n, usedPence: 1n } }, false, "quotes"],
    ["no limit set", { allowance: { capPence: 0n, usedPence: 0n } }, false, "quotes"],
    [
      "not light touch, the last day of the old amount",
      { lightTouch: false, totalPence: 135_018_00n, on: "2025-12-31" },
      true,
      null,
    ],
    [
      "not light touch, the first day of the new amount",
      { lightTouch: false, totalPence: 135_018_00n, on: "2026-01-01" },
      false,
      "marketCompetition",
    ],
    [
      "not light touch, another authority",
      { lightTouch: false, totalPence: 135_018_00n, authority: { isCentral: false } },
      true,
      null,
    ],
    ["a day before any amount is known", { on: "2023-12-31" }, false, "marketCompetition"],
  ])("%s", (_, more, allowed, route) => {
    const answer = routeFor(asked(more));
    expect(answer.allowed).toBe(allowed);
    expect(answer.otherwise?.route ?? null).toBe(route);
    expect(answer.route).toBe("spot");
  });

  test("names each rule, where it is written, and the amounts", () => {
    const { because } = routeFor(asked());
    expect(because[0]).toEqual({
      ruleCode: "below.no_suitability",
      source: "Procurement Act 2023 s85(1), (2)",
      sentence: "£20,000.00 with VAT is below the threshold of £663,540, so the rules for small contracts apply.",
    });
    expect(because.every(({ source, sentence }) => source !== "" && sentence.endsWith("."))).toBe(true);
  });

  test("points out what was bought before, and counts it", () => {
    const answer = routeFor(asked({ earlierPence: 1_000_00n }));
    expect(codes(answer)[0]).toBe("calloff.together");
    expect(answer.because[0]?.sentence).toContain("£21,000.00 in all");
    expect(answer.because[1]?.sentence).toContain("£21,000.00 with VAT");
  });

  test.each<[string, Partial<RouteQuestion>, string]>([
    ["central, below", { totalPence: 11_999_99n }, "no notice is required"],
    ["central, exactly", { totalPence: 12_000_00n }, "Publish a contract details notice"],
    ["another authority, below", { totalPence: 29_999_99n, authority: { isCentral: false } }, "no notice is required"],
    [
      "another authority, exactly",
      { totalPence: 30_000_00n, authority: { isCentral: false } },
      "Publish a contract details notice",
    ],
  ])("says what to publish afterwards: %s", (_, more, sentence) => {
    expect(routeFor(asked(more)).after[0]?.sentence).toContain(sentence);
  });
});

describe("a grant", () => {
  const grant = (more: Partial<RouteQuestion> = {}) =>
    routeFor(asked({ instrument: "grant", reason: "Homes for all", ...more }));

  test("has no threshold", () => {
    const answer = grant({ totalPence: 900_000_00n });
    expect(answer).toMatchObject({ allowed: true, route: "directGrant", otherwise: null });
    expect(codes(answer)).not.toContain("below.no_suitability");
  });

  test("needs a public benefit", () => expect(grant({ reason: "  " }).allowed).toBe(false));

  test("stays within the authority's own limit", () => {
    const answer = grant({ allowance: { capPence: 19_999_99n, usedPence: 0n } });
    expect(answer.allowed).toBe(false);
    expect(answer.otherwise?.route).toBe("grantRound");
  });
});
