import { describe, expect, test } from "vitest";
import { type Contest, ranked, sensitivity } from "@/lib/calloff/decide/ranking/contest";
import { perThousandPounds } from "@/lib/calloff/decide/ranking/rules";
import { answerSum, points, priceSum, sensitivityWords } from "@/lib/calloff/decide/ranking/words";
import { doubtsAbout } from "@/lib/calloff/decide/scoring/doubts";
import { allFinished, mayReadScoresOf, mayScore } from "@/lib/calloff/decide/scoring/policy";
import { scoreWords } from "@/lib/calloff/decide/scoring/words";
import { type Member, visitor } from "@/lib/core/actor";

const lots = [
  { id: "l1", number: 1, categoryCode: "accommodation" },
  { id: "l2", number: 2, categoryCode: "debt" },
];
const conditions = [{ id: "c1", title: "Open on Sundays" }];
const tender = (lotIds: string[], met?: boolean) => ({
  ...{ id: "t", reference: "TT-1", organisationId: "o" },
  quality: { lotIds, conditions: met === undefined ? [] : [{ conditionId: "c1", met }] },
});
const standing = (members: string[], applied: string[] = []) => ({
  members: members.map((categoryCode) => ({ organisationId: "o", categoryCode })),
  applied: applied.map((categoryCode) => ({ organisationId: "o", categoryCode, reference: `TA-${categoryCode}` })),
});

describe("what stands against a tender before it is scored", () => {
  test.each([
    ["a member of both parts", standing(["accommodation", "debt"]), [], [], false],
    ["a member of one part", standing(["accommodation"]), [2], [], false],
    ["a member of none", standing([]), [1, 2], [], true],
    ["an applicant", standing(["accommodation"], ["debt"]), [], ["TA-debt"], false],
    ["an applicant for one part only", standing([], ["debt"]), [1], ["TA-debt"], false],
    [
      "somebody else's member",
      { members: [{ organisationId: "x", categoryCode: "debt" }], applied: [] },
      [1, 2],
      [],
      true,
    ],
  ])("%s", (_who, found, shut, undecided, whole) => {
    const doubts = doubtsAbout(tender(["l1", "l2"], true), { lots, conditions, standing: found });
    expect(doubts.shut.map(({ number }) => number)).toEqual(shut);
    expect(doubts.undecided).toEqual(undecided);
    expect(doubts.whole !== null).toBe(whole);
    expect(doubts.unmet).toEqual([]);
  });

  test("outside a market nobody has to be a member", () => {
    expect(doubtsAbout(tender(["l1"], true), { lots, conditions, standing: null })).toMatchObject({
      shut: [],
      whole: null,
    });
  });

  test("a condition that is not met, or not answered, is for a person to decide", () => {
    const asked = { lots, conditions, standing: null };
    expect(doubtsAbout(tender(["l1"], false), asked).unmet).toEqual([
      "It says that it does not meet “Open on Sundays”.",
    ]);
    expect(doubtsAbout(tender(["l1"]), asked).unmet).toEqual(["It does not say whether it meets “Open on Sundays”."]);
  });
});

const who = (id: string): Member => ({ kind: "authority", id, organisationId: "a", roles: ["evaluator"] });
const judge = (userId: string, done: boolean) => ({
  ...{ userId, role: "evaluator" as const, finishedAt: done ? new Date() : null },
});
const moderator = { userId: "m", role: "moderator" as const, finishedAt: null };

describe("whose scores can be read", () => {
  test.each([
    ["x", "x", false, false, true],
    ["x", "y", false, true, false],
    ["x", "y", true, false, false],
    ["x", "y", true, true, true],
    ["m", "x", true, false, false],
    ["m", "x", true, true, true],
    ["officer", "x", true, false, false],
    ["officer", "x", true, true, true],
  ])("%s reads those of %s, finished %s and %s: %s", (reader, of, xDone, yDone, may) => {
    const panel = { evaluators: [judge("x", xDone), judge("y", yDone), moderator] };
    expect(mayReadScoresOf(who(reader), panel, of)).toBe(may);
  });

  test("a panel without an evaluator has not finished, and only the appointed score", () => {
    expect(allFinished({ evaluators: [moderator] })).toBe(false);
    const panel = { evaluators: [judge("x", false), moderator] };
    expect([who("x"), who("m"), visitor].map((actor) => mayScore(actor, panel))).toEqual([true, false, false]);
  });
});

describe("words", () => {
  test("points are written exactly", () => {
    expect([0, 5, 1000, 28_571, 28_500, 100_000, -1_250].map(points)).toEqual([
      ...["0", "0.005", "1", "28.571", "28.5", "100", "-1.25"],
    ]);
    expect(answerSum(4, 4000, 32_000)).toBe("4 ÷ 5 × 40 = 32");
    expect(priceSum(12_000_00n, 14_400_00n, 3000, 25_000)).toBe("£12,000.00 ÷ £14,400.00 × 30 = 25");
    expect(perThousandPounds({ total: 80_000, pence: 100_000_00n })).toBe(800);
    expect(perThousandPounds({ total: 80_000, pence: 0n })).toBe(8_000_000_000);
  });

  test("there is a meaning for each score", () => {
    expect(scoreWords.map(({ score }) => score)).toEqual([0, 1, 2, 3, 4, 5]);
    for (const { meaning } of scoreWords) expect(meaning.split(" ").length).toBeLessThanOrEqual(25);
  });

  const criterion = (id: string, number: number, kind: "quality" | "price", weightBp: number) => ({
    ...{ id, number, title: id === "q" ? "The plan" : "Price", kind, weightBp, minimum: null },
  });
  const contest = (method: Contest["method"], quality: [number, number], pence: [bigint, bigint]): Contest => ({
    method,
    criteria: [
      criterion("q", 1, "quality", method === "lowestOverPrice" ? 7000 : 10_000),
      criterion("p", 2, "price", method === "lowestOverPrice" ? 3000 : 0),
    ],
    tenders: [
      { id: "one", reference: "TT-1", scores: { q: quality[0] }, pence: pence[0], fails: [] },
      { id: "two", reference: "TT-2", scores: { q: quality[1] }, pence: pence[1], fails: [] },
    ],
  });
  const said = (about: Contest) => {
    const found = sensitivity(about);
    return found ? sensitivityWords(about, found, (id) => (id === "one" ? "Harbour" : "Anchor")) : [];
  };

  test("say what would change the winner", () => {
    expect(said(contest("lowestOverPrice", [4, 4], [1_000_00n, 1_500_00n]))).toEqual([
      "Harbour is 10 points ahead of Anchor.",
      "If Harbour had 3 instead of 4 for “The plan”, Anchor would win.",
      "If Anchor had 5 instead of 4 for “The plan”, Anchor would win.",
      "Anchor asked £1,500.00 without VAT. It would win with £999.98 or less, and not with a penny more.",
      "Five points more or less for quality against price would not change the winner.",
    ]);
  });

  test("say what would not, and what needs a decision", () => {
    expect(said(contest("lowestOverPrice", [5, 1], [1_000_00n, 1_000_00n]))).toEqual([
      "Harbour is 56 points ahead of Anchor.",
      "No single score of these two, one point up or down, would change the winner.",
      "No price of Anchor, however low, would change the winner.",
      "Five points more or less for quality against price would not change the winner.",
    ]);
    expect(said(contest("fixedPrice", [4, 3], [1_000_00n, 1_000_00n]))).toEqual([
      "Harbour is 20 points ahead of Anchor.",
      "If Harbour had 3 instead of 4 for “The plan”, nobody would win without a recorded decision.",
      "If Anchor had 4 instead of 3 for “The plan”, nobody would win without a recorded decision.",
    ]);
    expect(said(contest("qualityPerPound", [4, 4], [1_000_00n, 1_100_00n]))[0]).toBe(
      "Harbour has more points for each pound than Anchor.",
    );
    // As many points for each pound: more quality settles it.
    expect(ranked(contest("qualityPerPound", [5, 4], [1_000_00n, 800_00n])).places[0]).toMatchObject({
      ...{ id: "one", before: "quality" },
    });
  });
});
