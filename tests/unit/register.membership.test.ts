import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { system, visitor } from "@/lib/core/actor";
import { buyable, mayRepresent, nextSteps, visibleTo } from "@/lib/register/membership/policy";
import { firstAnswerDay, lastSuspensionDay, mayBeRemoved, nextReview, saidAll } from "@/lib/register/membership/rules";
import { MembersFilter } from "@/lib/register/membership/schema";
import { membership } from "@/lib/register/membership/states";
import { eventWords, stateWords } from "@/lib/register/membership/words";

const member = (kind: Member["kind"], role: Member["roles"][number], organisationId = "s"): Member => ({
  kind,
  id: "u",
  organisationId,
  roles: [role],
});
const row = { organisationId: "o", proposedById: null, mustGo: false, isReviewDue: false };

describe("who", () => {
  test.each<[string, Actor, string[]]>([
    ["an assessor", member("steward", "assessor"), []],
    ["an admin", member("steward", "admin"), ["remove", "keep"]],
    ["its own signatory", member("provider", "signatory", "o"), ["leave"]],
    ["an auditor", member("steward", "auditor"), []],
    ["the public", visitor, []],
  ])("%s, when a removal is proposed: %j", (_who, actor, events) => {
    expect(nextSteps(actor, { ...row, state: "removalProposed" })).toEqual(events);
  });

  test("whoever proposed a removal keeps, and does not remove; the debarred are removed by an admin", () => {
    const admin = member("steward", "admin");
    expect(nextSteps(admin, { ...row, proposedById: "u", state: "removalProposed" })).toEqual(["keep"]);
    expect(nextSteps(admin, { ...row, mustGo: true, state: "removalProposed" })).toContain("removeDebarred");
    expect(nextSteps(member("steward", "assessor"), { ...row, mustGo: true, state: "active" })).not.toContain(
      "removeDebarred",
    );
  });

  test("a review is called for when it is due", () => {
    const steps = (isReviewDue: boolean) =>
      nextSteps(member("steward", "assessor"), { ...row, isReviewDue, state: "active" });
    expect([steps(true).includes("review"), steps(false).includes("review")]).toEqual([true, false]);
  });

  test("only a signatory speaks for a member", () => {
    expect(mayRepresent(member("provider", "signatory", "o"), row)).toBe(true);
    expect(mayRepresent(member("provider", "editor", "o"), row)).toBe(false);
    expect(mayRepresent(member("provider", "signatory", "p"), row)).toBe(false);
  });

  test("the clock ends suspensions and lapses, and decides nothing", () => {
    expect(membership.states.flatMap((state) => nextSteps(system, { ...row, state }))).toEqual([
      "lapse",
      "resume",
      "renew",
    ]);
  });

  test("nobody readmits by a button", () => {
    expect(nextSteps(member("steward", "admin"), { ...row, state: "removed" })).toEqual([]);
  });

  test("the public sees who is a member now, a member sees its own standing, a steward sees all", () => {
    expect(visibleTo(visitor)).toEqual({ state: "active" });
    expect(visibleTo(member("provider", "editor", "o"))).toEqual({
      OR: [{ organisationId: "o" }, { state: "active" }],
    });
    expect(visibleTo(member("steward", "assessor"))).toEqual({});
    expect(visibleTo(member("authority", "auditor"))).toEqual({});
  });

  test("what can be bought is published, under an active membership", () => {
    expect(buyable()).toEqual({ state: "published", publishedId: { not: null }, membership: { state: "active" } });
  });
});

describe("days", () => {
  test.each([
    ["2026-06-30", "2026-06-30", false],
    ["2026-06-30", "2026-07-01", true],
    [null, "2026-07-01", true],
  ])("answer until %s, on %s: may be removed %s", (endsOn, today, may) => {
    expect(mayBeRemoved(endsOn, today)).toBe(may);
  });

  test("who has said all need not be waited for; what was said of an earlier proposal does not count", () => {
    const since = new Date("2026-06-01T10:00:00Z");
    const said = (day: string, isLast: boolean) => ({ madeAt: new Date(`${day}T10:00:00Z`), isLast });
    expect(saidAll([said("2026-06-02", true)], since)).toBe(true);
    expect(saidAll([said("2026-05-02", true), said("2026-06-02", false)], since)).toBe(false);
    expect(mayBeRemoved("2026-06-30", "2026-06-03", true)).toBe(true);
  });

  test("are counted from today", () => {
    expect([firstAnswerDay("2026-06-20"), nextReview("2024-02-29"), lastSuspensionDay("2026-06-20")]).toEqual([
      "2026-07-04",
      "2025-02-28",
      "2027-06-20",
    ]);
  });
});

test("every state and every event has words", () => {
  for (const state of membership.states) expect(stateWords[state].meaning).toBeTruthy();
  const events = new Set(membership.states.flatMap((state) => membership.events(state)));
  expect(Object.keys(eventWords).toSorted()).toEqual([...events].toSorted());
});

test("a filter that makes no sense is no filter", () => {
  expect(MembersFilter.parse({ state: "gone", page: "-1", q: "a\nb" })).toEqual({
    q: "",
    part: "",
    state: null,
    review: null,
    page: 1,
  });
  expect(MembersFilter.parse({ state: "lapsed", page: "3", part: "4" })).toMatchObject({
    state: "lapsed",
    page: 3,
    part: "4",
  });
});
