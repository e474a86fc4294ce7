import { fc, test as fuzz } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { system, visitor } from "@/lib/core/actor";
import { decisionTimes, isOpen, offered } from "@/lib/register/application/decision/rules";
import { readAbout } from "@/lib/register/application/decision/schema";
import { offerWords } from "@/lib/register/application/decision/words";
import { may, nextSteps, visibleTo } from "@/lib/register/application/policy";
import { application } from "@/lib/register/application/states";
import { eventWords, nextWords, stateWords, stopsOf } from "@/lib/register/application/words";
import rules from "@/prisma/reference/rules.json";

const member = (kind: Member["kind"], role: Member["roles"][number], id = "u", organisationId = "o"): Member => ({
  kind,
  id,
  organisationId,
  roles: [role],
});
const row = { organisationId: "o", submittedById: "sender", assessorId: "a", proposedById: null };
const assessor = member("steward", "assessor", "a", "s");

describe("who", () => {
  test.each<[string, Actor, string[]]>([
    ["the assessor who has it", assessor, ["ask", "handBack", "decide"]],
    ["another assessor", member("steward", "assessor", "b", "s"), []],
    ["an admin who does not have it", member("steward", "admin", "b", "s"), ["handBack"]],
    ["its own signatory", member("provider", "signatory"), ["withdraw"]],
    ["its own editor", member("provider", "editor"), []],
    ["a signatory elsewhere", member("provider", "signatory", "u", "other"), []],
    ["an auditor", member("authority", "auditor", "u", "x"), []],
    ["a clock", system, []],
    ["the public", visitor, []],
  ])("%s can now, in review: %j", (_who, actor, events) => {
    expect(nextSteps(actor, { ...row, state: "inReview" })).toEqual(events);
  });

  test("whoever sent it cannot take it, with whatever seat", () => {
    expect(may.take(member("steward", "admin", "sender", "s"), row)).toBe(false);
    expect(may.take(member("steward", "admin", "other", "s"), row)).toBe(true);
  });

  test("a draft is its organisation's own business", () => {
    const sent = { submittedAt: { not: null } };
    const none = { id: { in: [] } };
    expect(visibleTo(member("provider", "editor"))).toEqual({ organisationId: "o" });
    expect(visibleTo(assessor)).toEqual({ OR: [none, sent] });
    expect(visibleTo(member("provider", "auditor"))).toEqual({ OR: [{ organisationId: "o" }, sent] });
    expect(visibleTo(member("authority", "commissioner"))).toEqual(none);
    expect(visibleTo(visitor)).toEqual(none);
  });
});

describe("what the law leaves open", () => {
  const met = { title: "Safe", met: true };
  test("nothing before every condition has a finding", () => {
    expect(offered({ findings: [met, { title: "Money", met: null }], groundsThatApply: [] })).toEqual({
      kind: "unfinished",
      outcomes: [],
      missing: ["Money"],
    });
  });
  test("only admission when all are met and no ground applies", () => {
    expect(offered({ findings: [met], groundsThatApply: [] })).toEqual({ kind: "mustAdmit", outcomes: ["admitted"] });
  });
  test("only refusal when one is not met, whatever else", () => {
    expect(offered({ findings: [met, { title: "Money", met: false }], groundsThatApply: ["Insolvency"] })).toEqual({
      kind: "conditions",
      outcomes: ["refused"],
      unmet: ["Money"],
    });
  });
  test("either when a ground applies", () => {
    expect(offered({ findings: [met], groundsThatApply: ["Insolvency"] })).toMatchObject({
      kind: "grounds",
      outcomes: ["admitted", "refused"],
    });
  });

  const finding = fc.record({ title: fc.string(), met: fc.constantFrom(true, false, null) });
  fuzz.prop([fc.array(finding), fc.array(fc.string(), { maxLength: 2 })])(
    "refusing needs a reason in law, and admitting needs every condition",
    (findings, groundsThatApply) => {
      const offer = offered({ findings, groundsThatApply });
      const unmet = findings.some((one) => one.met === false);
      if (isOpen(offer, "refused")) expect(unmet || groundsThatApply.length > 0).toBe(true);
      if (isOpen(offer, "admitted")) expect(findings.every((one) => one.met)).toBe(true);
      expect(offer.outcomes.length === 0).toBe(findings.some((one) => one.met === null));
    },
  );

  test("each offer names a rule that is known", () => {
    const known = new Set(rules.rows.map(({ code }) => code));
    expect(Object.values(offerWords).filter(({ rule }) => !known.has(rule))).toEqual([]);
  });
});

test.each([
  [[], { median: null, slowest: null, count: 0 }],
  [[7], { median: 7, slowest: 7, count: 1 }],
  [[9, 1, 5], { median: 5, slowest: 9, count: 3 }],
  [[4, 2, 8, 6], { median: 5, slowest: 8, count: 4 }],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { median: 5.5, slowest: 9, count: 10 }],
])("decision times of %j", (days, times) => {
  expect(decisionTimes(days)).toEqual(times);
});

test.each([
  ["profile", { kind: "profile", id: "" }],
  ["ground:insolvency", { kind: "ground", id: "insolvency" }],
  ["condition:", null],
  ["profile:x", null],
  ["condition:1;drop", null],
  ["", null],
])("about %j", (about, read) => {
  expect(readAbout(about)).toEqual(read);
});

describe("words", () => {
  test("every event has words, and every state says what is next", () => {
    const events = new Set(application.states.flatMap((state) => application.events(state)));
    expect(Object.keys(eventWords).toSorted()).toEqual([...events].toSorted());
    for (const state of application.states)
      expect(stateWords[state].meaning && nextWords[state].steward && nextWords[state].applicant).toBeTruthy();
  });

  const dates = { submittedAt: new Date("2026-04-01"), dueOn: "2026-04-30", decidedAt: null };
  test.each([
    ["draft", ["current", "next", "next", "next"]],
    ["submitted", ["done", "current", "next", "next"]],
    ["clarifying", ["done", "done", "current", "next"]],
    ["decided", ["done", "done", "done", "done"]],
    ["withdrawn", ["done", "done", "skipped", "current"]],
  ] as const)("the line of one that is %s", (state, stops) => {
    expect(stopsOf({ state, ...dates }).map((stop) => stop.state)).toEqual(stops);
  });
});
