import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noticeToAward, noticeToEnd, noticeToPublish, noticeToSign } from "@/lib/calloff/notice/rules";
import { endingSaid, noticeTitle } from "@/lib/calloff/notice/words";
import { amendmentFaults, ENOUGH_TO_CHANGE } from "@/lib/calloff/open/amendment/rules";
import { invitationFault, oneChosen, onlyInvited } from "@/lib/calloff/open/invitation/rules";
import { declineCodes, readReason, writtenReason } from "@/lib/calloff/open/invitation/words";
import { opportunityQuery } from "@/lib/calloff/open/opportunity/address";
import { noticeOfWinner, priceExamples } from "@/lib/calloff/open/opportunity/rules";
import { isCallOffReference, OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { bandCodes, bands, daysLeft } from "@/lib/calloff/open/opportunity/words";
import { isOpen } from "@/lib/calloff/open/rules";
import { advertised } from "@/lib/calloff/record/policy";
import { CallOffRoute } from "@/lib/core/prisma/enums";
import { londonDay } from "@/lib/core/values/moment";
import { workingDaysBetween } from "@/lib/reference/calendar";
import { kindName } from "@/lib/register/notice/words";

const routes = Object.values(CallOffRoute);
const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-04-01"), noInvalidDate: true });
const DAY = 86_400_000;

describe("notices", () => {
  test("what is advertised has a notice; the Act asks for one at the end from the threshold up only", () => {
    for (const route of routes) {
      const began = noticeToPublish[route];
      expect(began !== null, route).toBe(advertised.includes(route));
      const bought = began === "UK4" || began === "UK5";
      expect(noticeToEnd(route, { covered: true }), route).toBe(bought ? "UK12" : began);
      expect(noticeToEnd(route, { covered: false }), route).toBe(bought ? null : began);
      expect(endingSaid(null, route) !== null, route).toBe(advertised.includes(route));
    }
    expect(noticeToEnd(null, { covered: true })).toBeNull();
    expect(endingSaid("UK12", "marketCompetition")).toContain("UK12");
  });

  test("a correction says so, and a grant has no code of the law", () => {
    const said = { title: "Homes", route: "belowThreshold" as const, state: "published" as const, corrected: true };
    expect(noticeTitle("UK4", said)).toBe("Below-threshold tender notice (corrected): Homes");
    expect(noticeTitle("UK4", { ...said, route: "marketCompetition", corrected: false })).toBe("Tender notice: Homes");
    expect(kindName("UK5")).toBe("UK5: Transparency");
    expect(kindName("GRANT")).toBe("Grant");
    const grant = { ...said, route: "grantRound" as const, corrected: false };
    expect(noticeTitle("GRANT", grant)).toBe("Grant notice: Homes");
    expect(noticeTitle("GRANT", { ...grant, state: "standstill" })).toBe("Grant award notice: Homes");
    expect(noticeTitle("GRANT", { ...grant, state: "cancelled" })).toBe("Grant round ended: Homes");
  });

  test("who won is a notice of the law for covered procurement alone", () => {
    expect(noticeToAward("contract", { covered: true })).toBe("UK6");
    expect(noticeToAward("contract", { covered: false })).toBe("AWARD");
    expect(noticeToAward("grant", { covered: false })).toBe("GRANT");
    expect(noticeToSign("contract", { covered: true, notifiable: false })).toBe("UK7");
    expect(noticeToSign("bond", { covered: false, notifiable: true })).toBe("UK7");
    expect(noticeToSign("contract", { covered: false, notifiable: false })).toBeNull();
    expect(noticeToSign("grant", { covered: false, notifiable: true })).toBeNull();
    expect(kindName("AWARD")).toBe("Award below the threshold");
    expect(noticeTitle("AWARD", { title: "Homes", route: "quotes", state: "standstill", corrected: true })).toBe(
      "Award notice (corrected): Homes",
    );
  });
});

describe("invitations", () => {
  test.each([
    ["quotes", 3, "", null],
    ["quotes", 2, "", "few"],
    ["quotes", 2, "Only two work there.", null],
    ["quotes", 0, "Nobody works there.", "none"],
    ["directAward", 1, "", null],
    ["directAward", 0, "", "oneOnly"],
    ["directGrant", 2, "", "oneOnly"],
    ["marketCompetition", 0, "", null],
    ["belowThreshold", 0, "", null],
  ] as const)("%s with %i invited and the reason “%s”: %s", (route, invited, why, fault) => {
    expect(invitationFault(route, invited, why)).toBe(fault);
  });

  test("one is chosen only where those invited alone may tender", () => {
    for (const route of oneChosen) expect(onlyInvited).toContain(route);
  });

  test("a reason is read back as it was written", () => {
    fc.assert(
      fc.property(fc.constantFrom(...declineCodes), fc.string(), (code, words) => {
        expect(readReason(writtenReason(code, words))).toEqual({ code, words });
      }),
    );
    expect(readReason(null)).toBeNull();
  });
});

describe("amendments", () => {
  const holidays = new Set<string>();

  test("what stands never closes earlier, nor leaves too few days, nor ends questions after the close", () => {
    fc.assert(
      fc.property(instant, instant, fc.option(instant), fc.option(instant), instant, (a, b, c, d, now) => {
        const [before, after] = [
          { closesAt: a, clarifyUntil: c },
          { closesAt: b, clarifyUntil: d },
        ];
        if (amendmentFaults(before, after, { now, holidays }).size > 0) return;
        expect(b.getTime()).toBeGreaterThanOrEqual(a.getTime());
        expect(workingDaysBetween(londonDay(now), londonDay(b), holidays)).toBeGreaterThanOrEqual(ENOUGH_TO_CHANGE);
        if (d) expect(d.getTime()).toBeLessThan(b.getTime());
        if (c && d) expect(d.getTime()).toBeGreaterThanOrEqual(c.getTime());
      }),
      { numRuns: 500 },
    );
  });

  test("a week more is always lawful where the dates were", () => {
    fc.assert(
      fc.property(instant, (closesAt) => {
        const before = { closesAt, clarifyUntil: new Date(closesAt.getTime() - 4 * DAY) };
        const after = { ...before, closesAt: new Date(closesAt.getTime() + 7 * DAY) };
        const now = new Date(closesAt.getTime() - 5 * DAY);
        expect([...amendmentFaults(before, after, { now, holidays })]).toEqual([]);
      }),
    );
  });
});

describe("opportunities", () => {
  test("every value falls into exactly one band", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000_000_000n }), (pence) => {
        const into = bandCodes.filter((code) => {
          const { from, below } = bands[code];
          return pence >= from && (below === null || pence < below);
        });
        expect(into.length).toBe(1);
      }),
    );
  });

  test("a filter is the same once it has been an address, and nonsense is no filter", () => {
    const asked = OpportunityFilter.parse({
      category: "accommodation",
      place: "police-kent",
      band: "small",
      page: "3",
    });
    const query = opportunityQuery(asked, { page: 3 });
    expect(OpportunityFilter.parse(Object.fromEntries(new URLSearchParams(query)))).toEqual(asked);
    const nonsense = OpportunityFilter.parse({ route: "quotes", band: ["x"], standing: "?", page: "-1", fits: "no" });
    expect(nonsense).toMatchObject({ route: "", band: "", standing: "open", page: 1, fits: "" });
    expect(opportunityQuery(nonsense)).toBe("");
  });

  test("a close is the first moment that is too late", () => {
    const closesAt = new Date("2026-12-08T12:00:00Z");
    const at = (late: number) => isOpen({ state: "published", closesAt }, new Date(closesAt.getTime() + late));
    expect([at(-1), at(0), at(1)]).toEqual([true, false, false]);
    expect(isOpen({ state: "withdrawn", closesAt }, new Date(0))).toBe(false);
  });

  test("the worked example gives the lowest price the whole weight and keeps the proportion", () => {
    expect(priceExamples(3000).map(({ thousandths }) => thousandths)).toEqual([30_000, 24_000, 20_000]);
  });

  test("the last award notice names the winner, and none does before there is one", () => {
    const notices = ["UK4", "UK6", "UK6", "UK7"].map((kindCode, at) => ({ kindCode, at }));
    expect(noticeOfWinner("concluded", notices)?.at).toBe(2);
    expect(noticeOfWinner("standstill", [{ kindCode: "GRANT" }])).toEqual({ kindCode: "GRANT" });
    for (const state of ["published", "evaluating", "cancelled"] as const)
      expect(noticeOfWinner(state, notices), state).toBeUndefined();
  });

  test("days left are said as people say them; only our own references are looked for", () => {
    expect([-1, 0, 1, 16].map(daysLeft)).toEqual(["over", "today", "tomorrow", "in 16 days"]);
    expect(isCallOffReference("TC-2026-000405")).toBe(true);
    for (const other of ["TN-2026-000405", "TC-2026-", "TC-2026-1'--", ""])
      expect(isCallOffReference(other)).toBe(false);
  });
});
