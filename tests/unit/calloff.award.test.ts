import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { RankedTender, RankingRecord } from "@/lib/calloff/decide/award/record";
import { blinded, choiceProblems, isSingle } from "@/lib/calloff/decide/award/rules";
import { type LotChoice, ProposeInput } from "@/lib/calloff/decide/award/schema";
import { concentration, type Holding, hhi, levelOf, standingOf } from "@/lib/calloff/decide/concentration/rules";
import { mayBeUnsuccessful, staysSealed } from "@/lib/calloff/decide/ending/rules";
import { concludesFrom, holidayName, isOver, lastDay, squares } from "@/lib/calloff/decide/standstill/rules";
import { summaryFor } from "@/lib/calloff/decide/summary/rules";
import { pointsSaid } from "@/lib/calloff/decide/summary/words";
import { addDays } from "@/lib/core/values/moment";
import { totalsOf } from "@/lib/market/bids/rules";
import { bankHolidaysOf } from "@/lib/reference/calendar";

const runs = { numRuns: 10_000 };
const pence = fc.bigInt({ min: 0n, max: 99_999_999_999n });
const holding = fc.record({ organisationId: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), pence });
const market = fc.array(holding, { maxLength: 20 });

describe("concentration", () => {
  test("keeps its bounds, and does not depend on the order or on how an amount is divided", () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 0, max: 20 }), (rows, turn) => {
        const here = standingOf(rows, "a");
        const turned = [...rows.slice(turn), ...rows.slice(0, turn)];
        const split = rows.flatMap(({ organisationId, pence: all }) => [
          { organisationId, pence: all / 3n },
          { organisationId, pence: all - all / 3n },
        ]);
        expect(standingOf(turned.toReversed(), "a")).toEqual(here);
        expect(standingOf(split, "a")).toEqual(here);
        if (here.totalPence === 0n) {
          expect([here.hhi, here.shareBp, here.topSixBp]).toEqual([null, null, null]);
          return;
        }
        const [index = 0, share = 0, six = 0] = [here.hhi ?? -1, here.shareBp ?? -1, here.topSixBp ?? -1];
        expect(index).toBeGreaterThanOrEqual(Math.floor(10_000 / here.organisations));
        expect(index).toBeLessThanOrEqual(10_000);
        expect(share).toBeLessThanOrEqual(six);
        expect(six).toBeLessThanOrEqual(10_000);
        if (here.organisations <= 6) expect(six).toBe(10_000);
        if (here.organisations === 1) expect(index).toBe(10_000);
      }),
      runs,
    );
  });

  test("after an award is the market with it, and the winner's share never falls", () => {
    fc.assert(
      fc.property(market, fc.array(holding, { minLength: 1, maxLength: 3 }), (rows, wins) => {
        const [first] = wins;
        if (!first) return;
        const own: Holding[] = wins.map((win) => ({ ...win, organisationId: first.organisationId }));
        const { before, after } = concentration(rows, own, first.organisationId);
        expect(before).toEqual(standingOf(rows, first.organisationId));
        expect(after).toEqual(standingOf([...own, ...rows], first.organisationId));
        expect(after.totalPence - before.totalPence).toBe(own.reduce((sum, win) => sum + win.pence, 0n));
        expect(after.shareBp ?? 0).toBeGreaterThanOrEqual(before.shareBp ?? 0);
      }),
      runs,
    );
  });

  test("is worked out as the textbook does", () => {
    expect(hhi([30n, 30n, 20n, 20n])).toBe(2600);
    expect(hhi([])).toBeNull();
    expect([1000, 1001, 2000, 2001].map(levelOf)).toEqual(["open", "concentrated", "concentrated", "high"]);
    expect(() => standingOf([{ organisationId: "a", pence: -1n }], "a")).toThrow(RangeError);
  });
});

const tender = (id: string, more: Partial<RankedTender> = {}): RankedTender => ({
  ...{ id, reference: `T-${id}`, organisationId: `o-${id}`, name: `Charity ${id}`, place: 1 },
  ...{ quality: 48_000, socialValue: 8_000, price: 30_000, total: 86_000, pricePence: "120000", vatPence: "0" },
  ...{ answers: [{ criterionId: "q", score: 4, reason: `Said of ${id}`, points: 48_000 }], fails: [] },
  ...more,
});
const ranking = (more: Partial<RankingRecord> = {}): RankingRecord => ({
  ...{ method: "lowestOverPrice", lowestPence: "120000", winnerId: "a", undecidedIds: [], received: 3 },
  criteria: [
    { id: "q", number: 1, title: "Quality", kind: "quality", weightBp: 6000 },
    { id: "p", number: 2, title: "Price", kind: "price", weightBp: 3000 },
  ],
  tenders: [tender("a"), tender("b", { place: 2, price: 27_000 }), tender("c", { place: 3, pricePence: "987654" })],
  ...{ considered: [], disregarded: [] },
  ...more,
});
const choice = (more: Partial<LotChoice>): LotChoice => ({
  ...{ lotId: "l", tenderId: "a", reason: "First.", tieBreak: null, considered: [], singleBid: null },
  ...more,
});
const fieldsOf = (facts: Partial<RankingRecord>, more: Partial<LotChoice>, route = "marketCompetition" as const) =>
  choiceProblems({ ranking: ranking(facts), route }, choice(more)).map(({ field }) => field);

describe("a choice", () => {
  test.each([
    ["the first", {}, {}, []],
    ["the second", {}, { tenderId: "b" }, ["tenderId"]],
    ["a stranger", {}, { tenderId: "z" }, ["tenderId"]],
    ["nobody", {}, { tenderId: null }, []],
    ["one of a tie, unsettled", { winnerId: null, undecidedIds: ["a", "b"] }, { tenderId: "b" }, ["tieBreak"]],
    ["one of a tie", { winnerId: null, undecidedIds: ["a", "b"] }, { tenderId: "b", tieBreak: "Sooner." }, []],
    ["beside a tie", { winnerId: null, undecidedIds: ["a", "b"] }, { tenderId: "c" }, ["tenderId"]],
    ["the only one", { received: 1 }, {}, ["considered", "singleBid"]],
    ["the only one, explained", { received: 1 }, { considered: ["grant" as const], singleBid: "Urgent." }, []],
  ])("of %s", (_name, facts, more, wrong) => {
    expect(fieldsOf(facts, more)).toEqual(wrong);
  });

  test("needs no excuse for one tender where one was meant", () => {
    for (const route of ["directAward", "directGrant"] as const)
      expect(isSingle({ ranking: ranking({ received: 1 }), route })).toBe(false);
    expect(isSingle({ ranking: ranking({ received: 0 }), route: "quotes" })).toBe(true);
  });

  test("that is left empty is nobody's", () => {
    const lots = [{ lotId: "0190a000-0000-7000-8000-000000000001", reason: "Because." }];
    const id = "0190a000-0000-7000-8000-000000000002";
    expect(ProposeInput.safeParse({ id, lots }).success).toBe(false);
    expect(ProposeInput.safeParse({ id, lots: [{ ...lots[0], tenderId: "" }] }).success).toBe(false);
    expect(ProposeInput.safeParse({ id, lots: [{ ...lots[0], tenderId: "nobody" }] }).success).toBe(true);
  });
});

test("who only pays learns no losing price, and nothing from which one follows", () => {
  const seen = blinded(
    ranking({ tenders: [tender("a"), tender("c", { fails: ["Its price of £9,876.54 is more."] })] }),
    "a",
  );
  expect(JSON.stringify(seen)).not.toContain("987654");
  expect(JSON.stringify(seen)).not.toContain("£");
  expect(seen.tenders.map(({ price }) => price)).toEqual([0, 0]);
  expect(seen.lowestPence).toBeNull();
  expect(seen.tenders[0]?.pricePence).toBe("120000");
});

test("a summary says nothing of a third tender", () => {
  const about = { callOff: { reference: "TC-1", title: "Homes" }, authority: "Kent" };
  const lots = [{ number: 1, title: "Kent", winnerId: "a", reason: "First.", tieBreak: null, ranking: ranking() }];
  const told = summaryFor("b", lots, about);
  expect(told?.lots[0]).toMatchObject({ outcome: "lost", place: 2, ranked: 3, winner: { name: "Charity a" } });
  for (const secret of ["Charity c", "987654", "Said of c", "T-a"]) expect(JSON.stringify(told)).not.toContain(secret);
  expect(summaryFor("a", lots, about)?.lots[0]?.outcome).toBe("won");
  expect(
    summaryFor(
      "b",
      lots.map((lot) => ({ ...lot, winnerId: null })),
      about,
    )?.lots[0],
  ).toMatchObject({
    outcome: "nobody",
    winner: null,
  });
  expect(summaryFor("z", lots, about)).toBeNull();
});

test("points are read as they are counted", () => {
  expect([100_000, 27_273, 500, 0, 86_010].map(pointsSaid)).toEqual(["100", "27.273", "0.5", "0", "86.01"]);
});

describe("the standstill", () => {
  const holidays = new Set([2026, 2027, 2028].flatMap(bankHolidaysOf));

  test("counts from the notice day, over Christmas", () => {
    expect(lastDay("2026-12-21", holidays, 8)).toBe("2027-01-04");
    const days = squares({ noticeDay: "2026-12-21", days: 8, holidays });
    expect(days.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(days.filter(({ name }) => name).map(({ day, name }) => `${day} ${name}`)).toEqual([
      "2026-12-25 Christmas Day",
      "2026-12-28 Boxing Day",
      "2027-01-01 New Year's Day",
    ]);
    expect(days.length % 7).toBe(0);
    expect(days.find(({ mark }) => mark === "conclude")?.day).toBe("2027-01-05");
    expect(holidayName("2022-09-19")).toBe("Bank holiday");
  });

  test("of no days is over on the day of the notice", () => {
    expect([lastDay("2026-11-22", holidays, 0), concludesFrom("2026-11-22", 0)]).toEqual(["2026-11-22", "2026-11-22"]);
    expect(isOver("2026-11-22", 0, "2026-11-22")).toBe(true);
  });

  test("has as many counted days as it lasts, and is over on the day after the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 8, max: 30 }), (after, days) => {
        const noticeDay = addDays("2026-01-01", after);
        const counted = squares({ noticeDay, days, holidays }).filter(({ number }) => number !== null);
        const last = lastDay(noticeDay, holidays, days);
        expect([counted.length, counted.at(-1)?.day]).toEqual([days, last]);
        expect([isOver(last, days, last), isOver(last, days, addDays(last, 1))]).toEqual([false, true]);
      }),
      { numRuns: 300 },
    );
  });
});

test("unread tenders forbid to say that none was suitable, and stay sealed when it is cancelled", () => {
  expect([mayBeUnsuccessful("closed", 0), mayBeUnsuccessful("closed", 1), mayBeUnsuccessful("opened", 1)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([staysSealed("closed"), staysSealed("opened")]).toEqual([true, false]);
});

test("none, one and more add up to the lots", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ tenders: fc.nat(9), vcse: fc.nat(9), sme: fc.nat(9) })), (rows) => {
      const { lots, none, one, more, tenders } = totalsOf(rows);
      expect([none + one + more, lots]).toEqual([rows.length, rows.length]);
      expect(tenders).toBe(rows.reduce((sum, row) => sum + row.tenders, 0));
    }),
  );
});
