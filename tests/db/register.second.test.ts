import { describe, expect, test } from "vitest";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { decideApplication, proposeDecision } from "@/lib/register/application/commands/decide";
import { handOverApplication } from "@/lib/register/application/commands/hand-over";
import { askAbout } from "@/lib/register/application/commands/query";
import { recordGroundFinding } from "@/lib/register/application/decision/commands/ground";
import { addNote } from "@/lib/register/application/decision/commands/note";
import { agreeDecision, disagreeDecision } from "@/lib/register/application/decision/commands/second";
import { findDossier, listAssessors } from "@/lib/register/application/decision/queries";
import { findDifferences } from "@/lib/register/application/decision/queries/differences";
import { listDuplicates } from "@/lib/register/application/decision/queries/duplicates";
import { countQueue, listQueue } from "@/lib/register/application/decision/queries/queue";
import { decisionStatistics } from "@/lib/register/application/decision/queries/statistics";
import { QueueFilter } from "@/lib/register/application/decision/schema";
import { recordCheck } from "@/lib/register/standing/commands/check";
import { sentApplication, somebody } from "@/tests/support/register";

const reasons = "Every condition is met, and no exclusion ground applies.";
const admit = (partIds: string[]) => partIds.map((partId) => ({ partId, decision: "admitted", reasons }));
const refuse = (partIds: string[], codes: string) =>
  partIds.map((partId) => ({ partId, decision: "refused", codes, reasons: "" }));
const oks = (results: { ok: boolean }[]) => results.map(({ ok }) => ok).toSorted();
const stateOf = async (id: string) => (await db.application.findUniqueOrThrow({ where: { id } })).state;
const high = { findings: "all", band: 3 } as const;

describe("a second assessor", () => {
  test("is needed for a high value: a decision is proposed, takes effect when another agrees, and both are on record", async () => {
    const { applicationId, organisationId, assessor, signatory, partIds } = await sentApplication(high);
    expect(await decideApplication(assessor, { applicationId, parts: admit(partIds) })).toMatchObject({
      refusal: { kind: "conflict" },
    });
    expect(await proposeDecision(assessor, { applicationId, parts: admit(partIds) })).toMatchObject({ ok: true });
    expect(await db.membership.count({ where: { organisationId } })).toBe(0);
    expect(await db.notification.count({ where: { userId: signatory.id } })).toBe(0);
    expect(await db.applicationPart.count({ where: { applicationId, decision: { not: null } } })).toBe(0);
    const other = await somebody("steward", ["admin"]);
    expect(await agreeDecision(assessor, { applicationId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(
      oks(await Promise.all([agreeDecision(other, { applicationId }), agreeDecision(other, { applicationId })])),
    ).toEqual([false, true]);
    expect(await db.membership.findMany({ where: { organisationId }, select: { band: true } })).toEqual(
      partIds.map(() => ({ band: 3 })),
    );
    expect(await db.application.findUnique({ where: { id: applicationId } })).toMatchObject({
      state: "decided",
      proposedById: assessor.id,
      decidedById: other.id,
    });
    expect(await db.noticeMember.count({ where: { organisationId, joined: true } })).toBe(partIds.length);
    expect(await db.notice.count({ where: { members: { some: { organisationId } } } })).toBe(1);
  });

  test("sends it back with a reason, which is a note; then it is proposed again", async () => {
    const { applicationId, assessor, partIds } = await sentApplication(high);
    const other = await somebody("steward", ["assessor"]);
    const reason = "The second condition needs a better look at the weekend cover.";
    await proposeDecision(assessor, { applicationId, parts: admit(partIds) });
    expect(await disagreeDecision(assessor, { applicationId, reason })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const both = await Promise.all([
      agreeDecision(other, { applicationId }),
      disagreeDecision(other, { applicationId, reason }),
    ]);
    expect(oks(both)).toEqual([false, true]);
    if (both[0]?.ok) return;
    expect(await findDossier(assessor, applicationId)).toMatchObject({
      state: "inReview",
      notes: [{ text: expect.stringContaining("weekend cover") }],
      parts: partIds.map(() => ({ proposed: "admitted" })),
    });
    expect(await proposeDecision(assessor, { applicationId, parts: admit(partIds) })).toMatchObject({ ok: true });
  });

  test("does not agree to what the law no longer leaves open; the same person never does both", async () => {
    const { applicationId, organisationId, assessor, partIds } = await sentApplication(high);
    const other = await somebody("steward", ["assessor"]);
    await proposeDecision(assessor, { applicationId, parts: admit(partIds) });
    const check = { organisationId, checkedOn: londonDay(new Date()), listed: "yes", ground: "mandatory" };
    await recordCheck(other, { ...check, entry: "Entry 12 of the debarment list" });
    const agreed = await agreeDecision(other, { applicationId });
    expect(agreed).toMatchObject({ refusal: { fields: { "parts.0.decision": [expect.stringContaining("37(1)")] } } });
    await expect(
      db.application.update({ where: { id: applicationId }, data: { state: "decided", decidedById: assessor.id } }),
    ).rejects.toThrow();
    expect(await stateOf(applicationId)).toBe("seconding");
  });

  test("is not asked for a low value, is not seen by strangers, forbidden to auditors", async () => {
    const low = await sentApplication({ findings: "all" });
    expect(
      await proposeDecision(low.assessor, { applicationId: low.applicationId, parts: admit(low.partIds) }),
    ).toMatchObject({ refusal: { kind: "conflict" } });
    const { applicationId, assessor, partIds } = await sentApplication(high);
    await proposeDecision(assessor, { applicationId, parts: admit(partIds) });
    const reason = "This is a reason of more than twenty characters.";
    const auditor = await somebody("steward", ["auditor"]);
    const stranger = await somebody("provider", ["signatory"]);
    for (const act of [agreeDecision, disagreeDecision]) {
      expect(await act(auditor, { applicationId, reason })).toMatchObject({ refusal: { kind: "forbidden" } });
      expect(await act(stranger, { applicationId, reason })).toMatchObject({ refusal: { kind: "missing" } });
    }
    const again = { applicationId, parts: admit(partIds) };
    expect(await proposeDecision(stranger, again)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await proposeDecision(auditor, again)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await proposeDecision(assessor, again)).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

describe("a look at the debarment list", () => {
  test("must hold before anybody is admitted, and is not asked of who is refused on a condition", async () => {
    const none = await sentApplication({ findings: "all", checked: false });
    const parts = admit(none.partIds);
    expect(await decideApplication(none.assessor, { applicationId: none.applicationId, parts })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("debarment list") },
    });
    const old = await sentApplication({ findings: "all" });
    const late = () => decideApplication(old.assessor, { applicationId: old.applicationId, parts: admit(old.partIds) });
    expect(await atTime(new Date(Date.now() + 32 * 86_400_000), late)).toMatchObject({ refusal: { kind: "conflict" } });
    const unmet = await sentApplication({ findings: "oneUnmet", checked: false });
    const refusal = refuse(unmet.partIds, "conditionUnmet");
    expect(
      await decideApplication(unmet.assessor, { applicationId: unmet.applicationId, parts: refusal }),
    ).toMatchObject({ ok: true });
    expect(await db.exclusionReport.count({ where: { organisationId: unmet.organisationId } })).toBe(0);
  });

  test("who is on it on a mandatory ground is refused, and the exclusion is to be reported", async () => {
    const { applicationId, organisationId, assessor, partIds } = await sentApplication();
    const look = { organisationId, checkedOn: londonDay(new Date()), listed: "yes", ground: "mandatory" };
    await recordCheck(assessor, { ...look, entry: "Entry 12 of the debarment list" });
    expect(await decideApplication(assessor, { applicationId, parts: admit(partIds) })).toMatchObject({
      refusal: { kind: "invalid" },
    });
    expect(await decideApplication(assessor, { applicationId, parts: refuse(partIds, "debarred") })).toMatchObject({
      ok: true,
    });
    expect(await db.exclusionReport.findMany({ where: { organisationId } })).toMatchObject([{ applicationId }]);
    expect(await db.noticeMember.count({ where: { organisationId } })).toBe(0);
  });
});

describe("an exclusion ground", () => {
  const note = "We read the court order and the letter of the trustees.";
  test("that was put right does not stand in the way", async () => {
    const { applicationId, assessor, partIds } = await sentApplication({ findings: "all", grounds: ["insolvency"] });
    const found = { applicationId, groundCode: "insolvency", applies: "yes", note };
    expect(await recordGroundFinding(assessor, { ...found, selfCleaned: "yes" })).toMatchObject({ ok: true });
    const parts = refuse(partIds, "discretionaryGround");
    expect(await decideApplication(assessor, { applicationId, parts })).toMatchObject({ refusal: { kind: "invalid" } });
    expect(oks(await Promise.all([found, found].map((one) => recordGroundFinding(assessor, one))))).toContain(true);
    expect(await db.groundFinding.count({ where: { applicationId } })).toBe(1);
    expect(await decideApplication(assessor, { applicationId, parts })).toMatchObject({ ok: true });
    expect(await db.exclusionReport.count({ where: { applicationId } })).toBe(1);
    expect(await recordGroundFinding(assessor, found)).toMatchObject({ refusal: { kind: "conflict" } });
  });

  test("that was not declared can be held against it only after it was asked and has answered", async () => {
    const { applicationId, assessor } = await sentApplication({ findings: "all" });
    const found = { applicationId, groundCode: "insolvency", applies: "yes", note };
    expect(await recordGroundFinding(assessor, found)).toMatchObject({ refusal: { kind: "conflict" } });
    await askAbout(assessor, {
      applicationId,
      about: "ground:insolvency",
      question: "The register shows a court order?",
    });
    expect(await recordGroundFinding(assessor, found)).toMatchObject({ refusal: { kind: "conflict" } });
    await db.answerQuery.updateMany({ where: { applicationId }, data: { reply: "It is so.", repliedAt: new Date() } });
    expect(await recordGroundFinding(assessor, found)).toMatchObject({ ok: true });
    expect((await findDossier(assessor, applicationId))?.offers[0]?.offer.kind).toBe("grounds");
  });

  test("colleagues, strangers and grounds that there are not", async () => {
    const { applicationId, assessor } = await sentApplication();
    const found = { applicationId, groundCode: "insolvency", applies: "no", note };
    expect(await recordGroundFinding(await somebody("steward", ["admin"]), found)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await recordGroundFinding(await somebody("provider", ["editor"]), found)).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await recordGroundFinding(assessor, { ...found, groundCode: "none" })).toMatchObject({
      refusal: { kind: "missing" },
    });
  });
});

describe("inside the office", () => {
  test("notes are written by assessors, read there only, and never changed", async () => {
    const { applicationId, organisationId, signatory } = await sentApplication();
    const colleague = await somebody("steward", ["assessor"]);
    expect(await addNote(colleague, { applicationId, text: "I know the town; happy to help." })).toMatchObject({
      ok: true,
    });
    expect(oks(await Promise.all([1, 2].map(() => addNote(colleague, { applicationId, text: "Twice." }))))).toEqual([
      true,
      true,
    ]);
    expect(await addNote(signatory, { applicationId, text: "Mine." })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const stranger = await somebody("authority", ["commissioner"]);
    expect(await addNote(stranger, { applicationId, text: "Mine." })).toMatchObject({ refusal: { kind: "missing" } });
    expect((await findDossier(colleague, applicationId))?.notes).toHaveLength(3);
    const ownAuditor = await somebody("provider", ["auditor"], organisationId);
    expect((await findDossier(ownAuditor, applicationId))?.notes).toEqual([]);
    await expect(db.applicationNote.deleteMany({ where: { applicationId } })).rejects.toThrow();
  });

  test("whoever has it hands it over to a named assessor, who is told; not to who sent it, not to a stranger", async () => {
    const { applicationId, assessor, signatory } = await sentApplication();
    const other = await somebody("steward", ["assessor"]);
    const to = (actor: typeof assessor, assessorId: string) =>
      handOverApplication(actor, { applicationId, assessorId });
    for (const wrong of [signatory.id, assessor.id, newId(), (await somebody("steward", ["auditor"])).id])
      expect(await to(assessor, wrong)).toMatchObject({ refusal: { fields: { assessorId: [expect.any(String)] } } });
    expect(await to(other, other.id)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await to(await somebody("provider", ["signatory"]), other.id)).toMatchObject({
      refusal: { kind: "missing" },
    });
    const third = await somebody("steward", ["admin"]);
    const results = await Promise.all([to(assessor, other.id), to(third, third.id)]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    const { assessorId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect([other.id, third.id]).toContain(assessorId);
    expect((await listAssessors(assessor)).map(({ id }) => id)).toContain(other.id);
    expect(await listAssessors(signatory)).toEqual([]);
  });
});

describe("reading", () => {
  test("the queue by who, age and due date, with counts that fit", async () => {
    const { applicationId, assessor } = await sentApplication({ state: "inReview" });
    await db.application.update({
      where: { id: applicationId },
      data: { submittedAt: new Date(Date.now() - 40 * 86_400_000), dueOn: new Date(Date.now() - 5 * 86_400_000) },
    });
    const ids = async (filter: object) =>
      (await listQueue(assessor, QueueFilter.parse(filter))).rows.map(({ id }) => id);
    expect(await ids({ who: "me" })).toEqual([applicationId]);
    expect(await ids({ who: assessor.id, age: "20", due: "late" })).toEqual([applicationId]);
    expect(await ids({ who: "me", due: "week" })).toEqual([]);
    expect(await ids({ who: "nobody", age: "20" })).not.toContain(applicationId);
    expect(await countQueue(assessor, QueueFilter.parse({ who: "me" }))).toMatchObject({
      open: 1,
      overdue: 1,
      decided: 0,
    });
  });

  test("another application: what changed since the last, side by side; nothing at the first", async () => {
    const first = await sentApplication({ findings: "oneUnmet", parts: 1 });
    const { applicationId, organisationId, assessor, partIds, conditions, signatory } = first;
    expect(await findDifferences(assessor, applicationId)).toBeNull();
    await decideApplication(assessor, { applicationId, parts: refuse(partIds, "conditionUnmet") });
    const [changed, kept] = conditions;
    const now = new Date(Date.now() + 1000);
    const answer = await db.profileAnswer.create({
      data: {
        organisationId,
        conditionId: changed?.id ?? "",
        version: 2,
        met: true,
        text: "Yes, and now in full.",
        answeredById: signatory.id,
        answeredAt: now,
      },
    });
    const again = newId();
    const { registerId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
    const same = await db.profileAnswer.findFirstOrThrow({ where: { organisationId, conditionId: kept?.id ?? "" } });
    await db.application.create({
      data: {
        id: again,
        reference: `TA-TEST-${again.slice(-12)}`,
        organisationId,
        registerId,
        state: "submitted",
        createdAt: now,
        submittedAt: now,
        parts: { create: partIds.map((partId) => ({ partId })) },
        answers: {
          create: [
            { conditionId: changed?.id ?? "", profileAnswerId: answer.id },
            { conditionId: kept?.id ?? "", profileAnswerId: same.id },
          ],
        },
      },
    });
    const found = await findDifferences(assessor, again);
    expect(found).toMatchObject({
      last: { id: applicationId, parts: [{ decision: "refused" }] },
      same: 1,
      grounds: [{ id: "insolvency", now: null }],
    });
    expect(found?.answers.find(({ id }) => id === changed?.id)).toMatchObject({
      before: expect.stringContaining("here is how"),
      now: expect.stringContaining("in full"),
    });
    expect(await findDifferences(signatory, again)).toBeNull();
  });

  test("who may be the same: by number in any scheme, by name, by website, by e-mail; never a free host", async () => {
    const { assessor } = await sentApplication();
    const [one, other, free] = await Promise.all(
      ["Lantern Yard Friends of Kent", "Lantern Yard Friend of Kent", "Quite another name"].map(async (name, at) => {
        const { organisationId, id } = await somebody("provider", ["signatory"]);
        await db.organisation.update({ where: { id: organisationId }, data: { name } });
        await db.provider.create({
          data: {
            organisationId,
            size: "micro",
            incomePence: 1n,
            incomeYear: 2025,
            staffFte: 1,
            vcse: true,
            about: "",
            areaOfBenefit: "",
            coDesign: "",
            website: at === 2 ? "https://facebook.com/lantern" : "https://www.lantern-yard.example/about",
            contactEmail: at === 2 ? "lantern@gmail.com" : `desk${at}@lantern-yard.example`,
            updatedAt: new Date(),
          },
        });
        return { organisationId, id };
      }),
    );
    const ids = [one, other, free].map((each) => each?.organisationId ?? "");
    await db.identifier.createMany({
      data: [
        { scheme: "GB-CHC", value: "7654321", organisationId: ids[0] ?? "" },
        { scheme: "GB-COH", value: "07654321", organisationId: ids[1] ?? "" },
      ],
    });
    expect(await listDuplicates(assessor, ids[0] ?? "")).toMatchObject([
      { id: ids[1], same: ["email", "name", "number", "website"], applicationId: null },
    ]);
    expect(await listDuplicates(assessor, ids[2] ?? "")).toEqual([]);
    expect(await listDuplicates(await somebody("provider", ["signatory"]), ids[0] ?? "")).toEqual([]);
  });

  test("statistics of a year for whoever reads the queue", async () => {
    const { applicationId, assessor, signatory, partIds } = await sentApplication({ findings: "oneUnmet" });
    await decideApplication(assessor, { applicationId, parts: refuse(partIds, "evidenceOld") });
    const year = Number(londonDay(new Date()).slice(0, 4));
    const found = await decisionStatistics(assessor, { year });
    expect(found?.reasons.find(({ code }) => code === "evidenceOld")?.parts).toBeGreaterThanOrEqual(partIds.length);
    expect(found?.months.at(-1)?.decided).toBeGreaterThanOrEqual(1);
    expect(found?.years).toContain(year);
    expect(await decisionStatistics(assessor, { year: 2020 })).toMatchObject({ admitted: 0, refused: 0 });
    expect(await decisionStatistics(signatory, { year })).toBeNull();
  });
});
