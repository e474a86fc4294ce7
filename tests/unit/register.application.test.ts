import { fc, test as fuzz } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { system, visitor } from "@/lib/core/actor";
import {
  composed,
  reasonCodes,
  reasonLabel,
  reasonsFor,
  reasonWords,
} from "@/lib/register/application/decision/reason-words";
import {
  type DecisionFacts,
  groundStands,
  isOpen,
  needsSecond,
  type Offer,
  offered,
  offersFor,
} from "@/lib/register/application/decision/rules";
import { DecideInput, readAbout } from "@/lib/register/application/decision/schema";
import { offerWords } from "@/lib/register/application/decision/words";
import { may, nextSteps, readsNotes, visibleTo, writesNotes } from "@/lib/register/application/policy";
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
    ["the assessor who has it", assessor, ["ask", "handOver", "handBack", "decide"]],
    ["another assessor", member("steward", "assessor", "b", "s"), []],
    ["an admin who does not have it", member("steward", "admin", "b", "s"), ["handOver", "handBack"]],
    ["its own signatory", member("provider", "signatory"), ["withdraw"]],
    ["its own editor", member("provider", "editor"), []],
    ["a signatory elsewhere", member("provider", "signatory", "u", "other"), []],
    ["an auditor", member("authority", "auditor", "u", "x"), []],
    ["a clock", system, []],
    ["the public", visitor, []],
  ])("%s can now, in review: %j", (_who, actor, events) => {
    expect(nextSteps(actor, { ...row, state: "inReview" })).toEqual(events);
  });

  test("where a second assessor has to agree, a decision is proposed, and another person agrees", () => {
    const high = { ...row, needsSecond: true };
    const steps = nextSteps(assessor, { ...high, state: "inReview" });
    expect([steps.includes("propose"), steps.includes("decide")]).toEqual([true, false]);
    const proposed = { ...high, proposedById: "a", state: "seconding" } as const;
    expect(nextSteps(assessor, proposed)).toEqual([]);
    expect(nextSteps(member("steward", "assessor", "b", "s"), proposed)).toEqual(["agree", "disagree"]);
    expect(nextSteps(member("steward", "admin", "sender", "s"), proposed)).toEqual([]);
  });

  test("notes are the office's own", () => {
    expect(readsNotes(member("steward", "auditor", "x", "s"))).toBe(true);
    expect([member("provider", "auditor"), member("authority", "auditor")].some(readsNotes)).toBe(false);
    expect(writesNotes(member("steward", "auditor", "x", "s"), row)).toBe(false);
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
  const free = { groundsThatApply: [], listed: null, isChecked: true };
  const unmet = { title: "Money", met: false };
  test.each<[string, Partial<DecisionFacts>, Offer]>([
    [
      "nothing before every condition has a finding",
      { findings: [met, { title: "Money", met: null }] },
      { kind: "unfinished", outcomes: [], missing: ["Money"] },
    ],
    ["only admission when all are met and no ground applies", {}, { kind: "mustAdmit", outcomes: ["admitted"] }],
    [
      "only refusal when one is not met, whatever else",
      { findings: [met, unmet], groundsThatApply: ["Insolvency"], isChecked: false },
      { kind: "conditions", outcomes: ["refused"], unmet: ["Money"] },
    ],
    [
      "either when a ground applies",
      { groundsThatApply: ["Insolvency"] },
      { kind: "grounds", outcomes: ["admitted", "refused"], grounds: ["Insolvency"] },
    ],
    ["nothing before somebody looked at the list", { isChecked: false }, { kind: "unchecked", outcomes: [] }],
    [
      "either when it is listed on a discretionary ground",
      { listed: "discretionary" },
      { kind: "grounds", outcomes: ["admitted", "refused"], grounds: [expect.stringContaining("list")] },
    ],
    [
      "only refusal when it is listed on a mandatory ground, without a finding",
      { listed: "mandatory", findings: [{ title: "Money", met: null }] },
      { kind: "debarred", outcomes: ["refused"] },
    ],
  ])("%s", (_what, facts, offer) => {
    expect(offered({ findings: [met], ...free, ...facts })).toEqual(offer);
  });

  const finding = fc.record({ title: fc.string(), met: fc.constantFrom(true, false, null) });
  const listed = fc.constantFrom("mandatory" as const, "discretionary" as const, null);
  fuzz.prop([fc.array(finding), fc.array(fc.string(), { maxLength: 2 }), listed, fc.boolean()])(
    "refusing needs a reason in law, and admitting needs every condition and a look at the list",
    (findings, groundsThatApply, listed, isChecked) => {
      const offer = offered({ findings, groundsThatApply, listed, isChecked });
      const unmet = findings.some((one) => one.met === false);
      if (isOpen(offer, "refused")) expect(unmet || groundsThatApply.length > 0 || listed !== null).toBe(true);
      if (isOpen(offer, "admitted")) {
        expect(findings.every((one) => one.met)).toBe(true);
        expect([isChecked, listed]).not.toContain("mandatory");
        expect(isChecked).toBe(true);
      }
    },
  );

  test("a part is judged only by the conditions that are asked for it, up to the band", () => {
    const parts = [1, 2].map((number) => ({ partId: `p${number}`, number, title: `Part ${number}` }));
    const conditions = [
      { title: "All", met: true, bandFrom: 1, partNumbers: [] },
      { title: "Second part", met: false, bandFrom: 1, partNumbers: [2] },
      { title: "High value", met: null, bandFrom: 3, partNumbers: [] },
    ];
    const kinds = (band: number) => offersFor(parts, { band, conditions, ...free }).map(({ offer }) => offer.kind);
    expect(kinds(1)).toEqual(["mustAdmit", "conditions"]);
    expect(kinds(3)).toEqual(["unfinished", "unfinished"]);
  });

  test.each([
    [false, null, false],
    [true, null, true],
    [true, { applies: true, selfCleaned: true }, false],
    [true, { applies: false, selfCleaned: false }, false],
    [false, { applies: true, selfCleaned: false }, true],
  ])("declared %s, found %j: it stands %s", (declared, found, stands) => {
    expect(groundStands(declared, found)).toBe(stands);
  });

  test.each([
    [1, null, false],
    [2, 3, false],
    [3, 3, true],
  ])("band %s, a second from %s: %s", (band, secondFromBand, needs) => {
    expect(needsSecond({ band, secondFromBand })).toBe(needs);
  });

  test("each offer names a rule that is known", () => {
    const known = new Set(rules.rows.map(({ code }) => code));
    expect(Object.values(offerWords).filter(({ rule }) => !known.has(rule))).toEqual([]);
  });
});

describe("reasons", () => {
  const partId = "0198c0de-0000-7000-8000-000000000001";
  const decided = (part: object) =>
    DecideInput.safeParse({ applicationId: partId, parts: [{ partId, reasons: "", codes: [], ...part }] });

  test("the library has reasons for each outcome, and every exclusion is a refusal", () => {
    expect([...reasonsFor("admitted"), ...reasonsFor("refused")].toSorted()).toEqual(reasonCodes.toSorted());
    for (const code of reasonCodes) {
      expect(reasonWords[code].text.length).toBeGreaterThan(20);
      if (reasonWords[code].isExclusion) expect(reasonWords[code].decision).toBe("refused");
    }
    expect(reasonLabel("gone")).toBe("gone");
  });

  test("without words of their own, the usual sentences are the reasons", () => {
    const said = decided({ decision: "refused", codes: "evidenceOld,conditionUnmet" });
    expect(said.data?.parts[0]).toMatchObject({
      codes: ["conditionUnmet", "evidenceOld"],
      reasons: composed(["conditionUnmet", "evidenceOld"]),
    });
  });

  test.each([
    ["a refusal without a code", { decision: "refused", reasons: "This is long enough to be read." }, "parts.0.codes"],
    ["a code of the other outcome", { decision: "admitted", codes: ["evidenceOld"] }, "parts.0.codes"],
    ["nothing said", { decision: "admitted" }, "parts.0.reasons"],
    ["too little said", { decision: "admitted", codes: ["conditionsMet"], reasons: "Fine." }, "parts.0.reasons"],
    ["a code that there is not", { decision: "refused", codes: ["x"] }, "parts.0.codes"],
  ])("%s is refused at its field", (_what, part, field) => {
    expect(decided(part).error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });
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
