import { describe, expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { decideApplication } from "@/lib/register/application/commands/decide";
import { recordFinding } from "@/lib/register/application/commands/find";
import { handBackApplication } from "@/lib/register/application/commands/hand-over";
import { askAbout } from "@/lib/register/application/commands/query";
import { takeApplication } from "@/lib/register/application/commands/take";
import { findDossier } from "@/lib/register/application/decision/queries";
import { listQueue } from "@/lib/register/application/decision/queries/queue";
import { stewardStatistics } from "@/lib/register/application/decision/queries/statistics";
import { QueueFilter } from "@/lib/register/application/decision/schema";
import { listWaiting } from "@/lib/register/application/queries";
import { buyable } from "@/lib/register/membership/policy";
import { sentApplication, sentService, somebody } from "@/tests/support/register";

const reasons = "Every condition is met, and no exclusion ground applies.";
const all = (partIds: string[], decision: "admitted" | "refused") =>
  partIds.map((partId) => ({
    partId,
    decision,
    codes: decision === "refused" ? "conditionUnmet" : "conditionsMet",
    reasons,
  }));
const stateOf = (id: string) =>
  db.application.findUniqueOrThrow({ where: { id }, select: { state: true, assessorId: true } });
const linesOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" }, select: { event: true } })).map(
    ({ event }) => event,
  );

describe("taking", () => {
  test("an assessor takes an application, and the applicant is told", async () => {
    const { applicationId, assessor, signatory } = await sentApplication({ state: "submitted" });
    expect(await takeApplication(assessor, { applicationId })).toMatchObject({ ok: true });
    expect(await stateOf(applicationId)).toEqual({ state: "inReview", assessorId: assessor.id });
    expect(await linesOf(applicationId)).toEqual(["application.take"]);
    expect(await db.notification.count({ where: { userId: signatory.id } })).toBe(1);
  });

  test("two take at once: one has it, the other is told", async () => {
    const { applicationId, assessor } = await sentApplication({ state: "submitted" });
    const other = await somebody("steward", ["assessor"]);
    const results = await Promise.all([
      takeApplication(assessor, { applicationId }),
      takeApplication(other, { applicationId }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await linesOf(applicationId)).toEqual(["application.take"]);
  });

  test("an auditor sees it and may not; an organisation elsewhere does not see it", async () => {
    const { applicationId, signatory } = await sentApplication({ state: "submitted" });
    const auditor = await somebody("authority", ["auditor"]);
    const stranger = await somebody("provider", ["signatory"]);
    expect(await takeApplication(auditor, { applicationId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await takeApplication(signatory, { applicationId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await takeApplication(stranger, { applicationId })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await stateOf(applicationId)).toMatchObject({ state: "submitted" });
  });

  test("nobody assesses what they sent in themselves", async () => {
    const { applicationId, signatory } = await sentApplication({ state: "submitted" });
    const both = { ...(await somebody("steward", ["assessor"])), id: signatory.id };
    expect(await takeApplication(both, { applicationId })).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  test("who has it hands it back, an admin frees it, another assessor cannot", async () => {
    const { applicationId, assessor } = await sentApplication();
    const other = await somebody("steward", ["assessor"]);
    expect(await handBackApplication(other, { applicationId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await handBackApplication(assessor, { applicationId })).toMatchObject({ ok: true });
    expect(await stateOf(applicationId)).toEqual({ state: "submitted", assessorId: null });
    await takeApplication(other, { applicationId });
    expect(await handBackApplication(await somebody("steward", ["admin"]), { applicationId })).toMatchObject({
      ok: true,
    });
  });
});

describe("asking", () => {
  const question = "Who leads on safeguarding at weekends?";

  test("asks about one answer; the review waits; a second question can follow", async () => {
    const { applicationId, assessor, conditions, services, signatory } = await sentApplication();
    expect(
      await askAbout(assessor, { applicationId, about: `condition:${conditions[2]?.id}`, question }),
    ).toMatchObject({ ok: true });
    expect(await stateOf(applicationId)).toMatchObject({ state: "clarifying" });
    expect(await askAbout(assessor, { applicationId, about: `service:${services[0]}`, question })).toMatchObject({
      ok: true,
    });
    expect(await db.answerQuery.count({ where: { applicationId } })).toBe(2);
    expect(await db.notification.count({ where: { userId: signatory.id } })).toBe(2);
  });

  test.each([
    ["ground:insolvency", true],
    ["profile", true],
    ["ground:terrorism", false],
    [`service:${newId()}`, false],
    ["condition:", false],
    ["anything", false],
  ])("about %s: %s", async (about, ok) => {
    const { applicationId, assessor } = await sentApplication();
    const result = await askAbout(assessor, { applicationId, about, question });
    expect(result.ok).toBe(ok);
    if (!result.ok) expect(result.refusal).toMatchObject({ kind: "invalid", fields: { about: [expect.any(String)] } });
  });

  test("only who has it asks, and strangers do not see it", async () => {
    const { applicationId } = await sentApplication();
    const ask = async (actor: Awaited<ReturnType<typeof somebody>>) =>
      askAbout(actor, { applicationId, about: "profile", question });
    expect(await ask(await somebody("steward", ["assessor"]))).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await ask(await somebody("authority", ["commissioner"]))).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("finding", () => {
  test("a finding is recorded, and a second one replaces it", async () => {
    const { applicationId, assessor, conditions } = await sentApplication();
    const conditionId = conditions[0]?.id;
    await recordFinding(assessor, {
      applicationId,
      conditionId,
      met: "no",
      note: "The document does not say who runs it.",
    });
    await recordFinding(assessor, { applicationId, conditionId, met: "yes", note: "" });
    expect(await db.conditionFinding.findMany({ where: { applicationId }, select: { met: true } })).toEqual([
      { met: true },
    ]);
    expect(await linesOf(applicationId)).toEqual(["application.find", "application.find"]);
  });

  test("a condition that is not met needs a note; another register's is not found", async () => {
    const { applicationId, assessor, conditions } = await sentApplication();
    expect(
      await recordFinding(assessor, { applicationId, conditionId: conditions[0]?.id, met: "no", note: "" }),
    ).toMatchObject({
      refusal: { kind: "invalid", fields: { note: [expect.any(String)] } },
    });
    expect(await recordFinding(assessor, { applicationId, conditionId: newId(), met: "yes", note: "" })).toMatchObject({
      refusal: { kind: "missing" },
    });
  });

  test("two at once leave one finding; a stranger and a colleague leave none", async () => {
    const { applicationId, assessor, conditions } = await sentApplication();
    const find = (actor: typeof assessor) =>
      recordFinding(actor, { applicationId, conditionId: conditions[0]?.id, met: "yes", note: "" });
    const results = await Promise.all([find(assessor), find(assessor)]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await db.conditionFinding.count({ where: { applicationId } })).toBe(1);
    expect(await find(await somebody("steward", ["admin"]))).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await find(await somebody("provider", ["signatory"]))).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("nothing is found after the decision", async () => {
    const { applicationId, assessor, conditions, partIds } = await sentApplication({ findings: "all" });
    await decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") });
    expect(
      await recordFinding(assessor, { applicationId, conditionId: conditions[0]?.id, met: "yes", note: "" }),
    ).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });
});

describe("deciding", () => {
  test("admits: membership begins, services are published, the charity is told, all in one go", async () => {
    const { applicationId, assessor, organisationId, partIds, services, signatory } = await sentApplication({
      findings: "all",
    });
    expect(await decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") })).toEqual({
      ok: true,
      value: { id: applicationId },
    });
    expect(await stateOf(applicationId)).toMatchObject({ state: "decided" });
    expect(await db.membership.count({ where: { organisationId, state: "active" } })).toBe(partIds.length);
    expect(await db.service.count({ where: { AND: [{ id: { in: services } }, buyable()] } })).toBe(services.length);
    expect(await db.notification.findFirst({ where: { userId: signatory.id }, select: { title: true } })).toEqual({
      title: "You are on the register",
    });
    expect(await db.auditEvent.count({ where: { event: "membership.begin" } })).toBeGreaterThanOrEqual(partIds.length);
  });

  test("refusing is not accepted when every condition is met and no ground applies", async () => {
    const { applicationId, assessor, partIds, organisationId } = await sentApplication({ findings: "all" });
    const parts = [...all(partIds.slice(0, 1), "admitted"), ...all(partIds.slice(1), "refused")];
    expect(await decideApplication(assessor, { applicationId, parts })).toMatchObject({
      refusal: { kind: "invalid", fields: { "parts.1.decision": [expect.stringContaining("36(6)(c)")] } },
    });
    expect(await stateOf(applicationId)).toMatchObject({ state: "inReview" });
    expect(await db.membership.count({ where: { organisationId } })).toBe(0);
  });

  test("a condition that is not met: refused only, and the services go back to be changed", async () => {
    const { applicationId, assessor, partIds, services } = await sentApplication({ findings: "oneUnmet" });
    expect(await decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") })).toMatchObject({
      refusal: { kind: "invalid" },
    });
    expect(await decideApplication(assessor, { applicationId, parts: all(partIds, "refused") })).toMatchObject({
      ok: true,
    });
    expect(await db.service.count({ where: { id: { in: services }, state: "draft", reason: { not: null } } })).toBe(
      services.length,
    );
  });

  test("an exclusion ground leaves both outcomes open, part by part", async () => {
    const { applicationId, assessor, partIds, organisationId } = await sentApplication({
      findings: "all",
      grounds: ["insolvency"],
    });
    const parts = [...all(partIds.slice(0, 1), "admitted"), ...all(partIds.slice(1), "refused")];
    expect(await decideApplication(assessor, { applicationId, parts })).toMatchObject({ ok: true });
    expect(await db.membership.findMany({ where: { organisationId }, select: { partId: true } })).toEqual([
      { partId: partIds[0] },
    ]);
  });

  test.each([
    ["a finding is missing", { findings: "none" as const }, "conflict"],
    ["a question is open", { findings: "all" as const, state: "clarifying" as const }, "conflict"],
    ["nobody has taken it", { findings: "all" as const, state: "submitted" as const }, "forbidden"],
  ])("not while %s", async (_when, how, kind) => {
    const { applicationId, assessor, partIds } = await sentApplication(how);
    expect(await decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") })).toMatchObject({
      refusal: { kind },
    });
  });

  test("a part left out, and reasons too short, are named at their field", async () => {
    const { applicationId, assessor, partIds } = await sentApplication({ findings: "all" });
    expect(
      await decideApplication(assessor, { applicationId, parts: all(partIds.slice(0, 1), "admitted") }),
    ).toMatchObject({
      refusal: { kind: "invalid", fields: { "parts.1.decision": [expect.any(String)] } },
    });
    const short = partIds.map((partId) => ({ partId, decision: "admitted", reasons: "Fine." }));
    expect(await decideApplication(assessor, { applicationId, parts: short })).toMatchObject({
      refusal: { fields: { "parts.0.reasons": [expect.any(String)] } },
    });
  });

  test("two decisions at once: one wins, and there is one membership for each part", async () => {
    const { applicationId, assessor, partIds, organisationId } = await sentApplication({ findings: "all" });
    const press = () => decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") });
    const results = await Promise.all([press(), press()]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await db.membership.count({ where: { organisationId } })).toBe(partIds.length);
    expect(await linesOf(applicationId)).toEqual(["application.decide"]);
  });

  test("a finding against a decision in the same moment: never both", async () => {
    const { applicationId, assessor, partIds, conditions } = await sentApplication({ findings: "all" });
    const [decided] = await Promise.all([
      decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") }),
      recordFinding(assessor, {
        applicationId,
        conditionId: conditions[0]?.id,
        met: "no",
        note: "Something is wrong after all, it seems.",
      }),
    ]);
    const unmet = await db.conditionFinding.count({ where: { applicationId, met: false } });
    expect([decided.ok, unmet]).toEqual(decided.ok ? [true, 0] : [false, 1]);
  });

  test("whoever had been removed is admitted again under the same law", async () => {
    const { applicationId, assessor, partIds, organisationId } = await sentApplication({ findings: "all", parts: 1 });
    const date = new Date("2026-01-01");
    await db.membership.create({
      data: {
        organisationId,
        partId: partIds[0] ?? "",
        state: "removed",
        since: date,
        changedAt: date,
        reviewDueOn: date,
        reason: "Then.",
      },
    });
    expect(await decideApplication(assessor, { applicationId, parts: all(partIds, "admitted") })).toMatchObject({
      ok: true,
    });
    expect(await db.membership.findMany({ where: { organisationId }, select: { state: true, reason: true } })).toEqual([
      { state: "active", reason: null },
    ]);
  });

  test("a colleague is forbidden, a stranger does not see it, a wrong id is not found", async () => {
    const { applicationId, partIds } = await sentApplication({ findings: "all" });
    const parts = all(partIds, "admitted");
    expect(await decideApplication(await somebody("steward", ["assessor"]), { applicationId, parts })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await decideApplication(await somebody("investor", ["viewer"]), { applicationId, parts })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(
      await decideApplication(await somebody("steward", ["admin"]), { applicationId: newId(), parts }),
    ).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("reading", () => {
  test("the whole application says what may be decided; applicants and strangers do not read findings", async () => {
    const { applicationId, assessor, signatory, organisationId, partIds } = await sentApplication({
      findings: "all",
      grounds: ["insolvency"],
    });
    await sentService(organisationId, partIds[0] ?? "", { title: "Another" });
    const dossier = await findDossier(assessor, applicationId);
    expect(dossier).toMatchObject({
      offers: [{ offer: { kind: "grounds" } }, { offer: { kind: "grounds" } }],
      assessor: expect.any(String),
      grounds: [{ code: "insolvency", applies: true }],
    });
    expect(dossier?.organisation.services).toHaveLength(3);
    expect(await findDossier(signatory, applicationId)).toBeNull();
    expect(await findDossier(assessor, "nonsense")).toBeNull();
  });

  test("the queue has the soonest due first, with its age; drafts are nobody's business", async () => {
    const { applicationId, assessor, organisationId, signatory } = await sentApplication({ state: "submitted" });
    const { rows, total } = await listQueue(assessor, QueueFilter.parse({ show: "submitted" }));
    expect(rows.map(({ id }) => id)).toContain(applicationId);
    expect(total).toBe(rows.length);
    expect(rows.find(({ id }) => id === applicationId)).toMatchObject({ age: 0, late: 0, assessor: null });
    await db.application.updateMany({
      where: { organisationId },
      data: { dueOn: new Date("2026-01-05"), submittedAt: new Date("2025-12-01T12:00:00Z") },
    });
    const late = await listQueue(assessor, QueueFilter.parse({ show: "overdue" }));
    expect(late.rows.find(({ id }) => id === applicationId)).toMatchObject({ late: expect.any(Number) });
    expect(await listQueue(await somebody("authority", ["commissioner"]), QueueFilter.parse({ show: "all" }))).toEqual({
      rows: [],
      total: 0,
    });
    expect(await stewardStatistics(assessor)).toMatchObject({ submitted: expect.any(Number), overdue: 1 });
    expect((await listWaiting(assessor)).length).toBeGreaterThan(0);
    expect(await listWaiting(signatory)).toEqual([]);
  });
});
