import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { visitor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/values/moment";
import { mayCheck, readsStanding } from "@/lib/register/standing/policy";
import { CHECK_HOLDS_DAYS, isFresh, mustGo, reportDue, standingIn } from "@/lib/register/standing/rules";
import { CheckInput, ReportFilter } from "@/lib/register/standing/schema";
import { standingWords } from "@/lib/register/standing/words";

const look = (day: string, ground: "mandatory" | "discretionary" | null = null) => ({
  checkedOn: new Date(`${day}T00:00:00Z`),
  listed: ground !== null,
  ground,
});

describe("a look at the list", () => {
  test.each([
    [null, "unchecked"],
    [look("2026-06-01"), "clear"],
    [look("2026-05-31"), "clear"],
    [look("2026-05-30"), "old"],
    [look("2026-01-01", "discretionary"), "discretionary"],
    [look("2026-06-20", "mandatory"), "mandatory"],
  ] as const)("%j on 30 June is %s", (check, standing) => {
    expect(standingIn(check, "2026-06-30")).toBe(standing);
    expect(standingWords[standing].label).toBeTruthy();
  });

  test("holds for 30 days and not one more, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 60 }), (from, after) => {
        const day = addDays("2025-02-24", from);
        expect(isFresh(look(day), addDays(day, after))).toBe(after <= CHECK_HOLDS_DAYS);
      }),
      { numRuns: 100 },
    );
  });

  test("only a mandatory ground, by a look that holds, says that it must go", () => {
    expect(mustGo(look("2026-06-20", "mandatory"), "2026-06-30")).toBe(true);
    expect(mustGo(look("2026-05-20", "mandatory"), "2026-06-30")).toBe(false);
    expect(mustGo(look("2026-06-20", "discretionary"), "2026-06-30")).toBe(false);
    expect(mustGo(null, "2026-06-30")).toBe(false);
  });

  test("a report is due in 30 days", () => expect(reportDue("2026-06-30")).toBe("2026-07-30"));
});

describe("what is typed", () => {
  const organisationId = "0198c0de-0000-7000-8000-000000000001";
  const said = { organisationId, checkedOn: "2026-06-01", listed: "no", ground: "mandatory", entry: "x", note: "" };

  test("a ground is forgotten where there is no entry, and asked for where there is", () => {
    expect(CheckInput.parse(said)).toMatchObject({ listed: false, ground: null, entry: "" });
    const bad = CheckInput.safeParse({ ...said, listed: "yes", ground: "" });
    expect(bad.error?.issues.map(({ path }) => path.join("."))).toEqual(["ground", "entry"]);
  });

  test("a filter that makes no sense is no filter", () => {
    expect(ReportFilter.parse({ show: "nothing" })).toEqual({ show: "open" });
  });
});

test("stewards look and report, never about their own; auditors only read", () => {
  const at = (kind: Member["kind"], role: Member["roles"][number], organisationId = "s"): Actor => ({
    kind,
    id: "u",
    organisationId,
    roles: [role],
  });
  const row = { organisationId: "o" };
  expect(mayCheck(at("steward", "assessor"), row)).toBe(true);
  expect(mayCheck(at("steward", "admin", "o"), row)).toBe(false);
  expect(mayCheck(at("steward", "auditor"), row)).toBe(false);
  expect([at("authority", "auditor"), at("steward", "admin")].every(readsStanding)).toBe(true);
  expect([visitor, at("provider", "signatory", "o")].some(readsStanding)).toBe(false);
});
