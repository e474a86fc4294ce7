import { describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { removeDebarred } from "@/lib/register/membership/commands/debarred";
import { leaveMembership } from "@/lib/register/membership/commands/leave";
import { keepMembership, proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { representMembership } from "@/lib/register/membership/commands/represent";
import { reviewMembership } from "@/lib/register/membership/commands/review";
import { buyable } from "@/lib/register/membership/policy";
import {
  findMember,
  findOwnMembership,
  listMembers,
  listOwnMemberships,
  listWaiting,
} from "@/lib/register/membership/queries";
import { MembersFilter } from "@/lib/register/membership/schema";
import { recordCheck } from "@/lib/register/standing/commands/check";
import { markReportSent } from "@/lib/register/standing/commands/report";
import { findReport, findStanding, listReports } from "@/lib/register/standing/queries";
import { somebody, standingMember } from "@/tests/support/register";

const reason = "The safeguarding lead has left and nobody has taken over.";
const today = londonDay(new Date());
const inDays = (days: number) => addDays(today, days);
const later = <T>(days: number, work: () => Promise<T>) => atTime(new Date(Date.now() + days * 86_400_000), work);
const stateOf = async (id: string) => (await db.membership.findUniqueOrThrow({ where: { id } })).state;
const isBuyable = async (id: string) => (await db.service.count({ where: { AND: [{ id }, buyable()] } })) === 1;
const notices = (organisationId: string) =>
  db.noticeMember.findMany({ where: { organisationId }, select: { joined: true } });
const debarred = (organisationId: string, ground = "mandatory") => ({
  organisationId,
  checkedOn: today,
  listed: "yes",
  ground,
  entry: "Entry 12 of the debarment list, until June 2029",
  note: "",
});
const oks = (results: { ok: boolean }[]) => results.map(({ ok }) => ok).toSorted();

describe("leaving", () => {
  test("hides the services at once, tells the stewards, publishes one notice", async () => {
    const { membershipId, serviceId, organisationId, signatory, assessor } = await standingMember();
    expect(await leaveMembership(signatory, { membershipId, reason: "" })).toMatchObject({ ok: true });
    expect([await stateOf(membershipId), await isBuyable(serviceId)]).toEqual(["left", false]);
    expect(await notices(organisationId)).toEqual([{ joined: false }]);
    expect(await db.notification.count({ where: { userId: assessor.id, title: { contains: "has left" } } })).toBe(1);
    expect(await leaveMembership(signatory, { membershipId, reason: "" })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  test("twice at once: once; an editor and a steward may not, a stranger may not either", async () => {
    const { membershipId, organisationId, signatory, assessor } = await standingMember();
    const leave = (actor: Parameters<typeof leaveMembership>[0]) =>
      leaveMembership(actor, { membershipId, reason: "" });
    for (const actor of [
      await somebody("provider", ["editor"], organisationId),
      await somebody("provider", ["signatory"]),
      assessor,
    ])
      expect(await leave(actor)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(oks(await Promise.all([leave(signatory), leave(signatory)]))).toEqual([false, true]);
    expect(await notices(organisationId)).toHaveLength(1);
    expect(await leave(visitor)).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("being heard", () => {
  const propose = { ground: "excludable", reason, endsOn: inDays(20) };
  const text = "We named a new lead on Monday. The policy is being rewritten.";

  test("a member answers; once it has said all, another person decides before the day; a report is due", async () => {
    const { membershipId, organisationId, signatory, assessor, admin } = await standingMember();
    await proposeRemoval(assessor, { membershipId, ...propose });
    expect(await representMembership(signatory, { membershipId, text })).toMatchObject({ ok: true });
    expect(await removeMembership(admin, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await representMembership(signatory, { membershipId, text, isLast: "yes" })).toMatchObject({ ok: true });
    expect((await listWaiting(admin)).map(({ id }) => id)).toContain(membershipId);
    expect(await findMember(assessor, membershipId)).toMatchObject({ representations: [{ text }, { isLast: true }] });
    expect(await removeMembership(admin, { membershipId, reason })).toMatchObject({ ok: true });
    expect(await notices(organisationId)).toEqual([{ joined: false }]);
    expect(await db.exclusionReport.findMany({ where: { organisationId }, select: { membershipId: true } })).toEqual([
      { membershipId },
    ]);
    expect(await representMembership(signatory, { membershipId, text })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  test("whoever proposed it does not decide it, and may keep the member; what was said then does not count later", async () => {
    const { membershipId, signatory, admin } = await standingMember();
    const other = await somebody("steward", ["admin"]);
    await proposeRemoval(admin, { membershipId, ...propose, ground: "conditions" });
    await representMembership(signatory, { membershipId, text, isLast: "yes" });
    expect(await removeMembership(admin, { membershipId, reason })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await keepMembership(admin, { membershipId, reason })).toMatchObject({ ok: true });
    await proposeRemoval(admin, { membershipId, ...propose, ground: "conditions" });
    expect(await removeMembership(other, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await later(21, () => removeMembership(other, { membershipId, reason }))).toMatchObject({ ok: true });
    expect(await db.exclusionReport.count({ where: { membershipId } })).toBe(0);
  });

  test("an answer against a decision: never an answer after it", async () => {
    const { membershipId, signatory, assessor, admin } = await standingMember();
    await proposeRemoval(assessor, { membershipId, ...propose });
    const [said, decided] = await later(21, () =>
      Promise.all([
        representMembership(signatory, { membershipId, text }),
        removeMembership(admin, { membershipId, reason }),
      ]),
    );
    expect(decided.ok).toBe(true);
    expect(await db.representation.count({ where: { membershipId } })).toBe(said.ok ? 1 : 0);
  });

  test("only its signatory speaks, and nobody before there is a proposal", async () => {
    const { membershipId, organisationId, signatory, assessor } = await standingMember();
    expect(await representMembership(signatory, { membershipId, text })).toMatchObject({
      refusal: { kind: "conflict" },
    });
    await proposeRemoval(assessor, { membershipId, ...propose });
    const editor = await somebody("provider", ["editor"], organisationId);
    expect(await representMembership(editor, { membershipId, text })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await representMembership(assessor, { membershipId, text })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const stranger = await somebody("provider", ["signatory"]);
    expect(await representMembership(stranger, { membershipId, text })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await findOwnMembership(stranger, membershipId)).toBeNull();
    expect(await listOwnMemberships(signatory)).toMatchObject([{ id: membershipId, state: "removalProposed" }]);
  });
});

describe("being debarred", () => {
  test("a member on the list on a mandatory ground is removed at once, with the entry as the reason", async () => {
    const { membershipId, organisationId, assessor, admin, signatory } = await standingMember();
    expect(await removeDebarred(admin, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
    await recordCheck(assessor, debarred(organisationId));
    expect(await findMember(admin, membershipId)).toMatchObject({ standing: "mandatory", mustGo: true });
    expect((await listWaiting(admin)).find(({ id }) => id === membershipId)?.title).toContain("debarred");
    expect(await removeDebarred(assessor, { membershipId, reason })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await removeDebarred(signatory, { membershipId, reason })).toMatchObject({ refusal: { kind: "forbidden" } });
    const results = await Promise.all([
      removeDebarred(admin, { membershipId, reason }),
      removeDebarred(admin, { membershipId, reason }),
    ]);
    expect(oks(results)).toEqual([false, true]);
    expect(await db.membership.findUnique({ where: { id: membershipId }, select: { reason: true } })).toMatchObject({
      reason: expect.stringContaining("Entry 12"),
    });
    expect(await notices(organisationId)).toEqual([{ joined: false }]);
    expect(await db.exclusionReport.count({ where: { organisationId } })).toBe(1);
  });

  test("not on a discretionary ground, not by a look that is too old; also while a removal is considered", async () => {
    const { membershipId, organisationId, assessor, admin } = await standingMember();
    await recordCheck(assessor, debarred(organisationId, "discretionary"));
    expect(await removeDebarred(admin, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
    await recordCheck(assessor, debarred(organisationId));
    expect(await later(31, () => removeDebarred(admin, { membershipId, reason }))).toMatchObject({
      refusal: { kind: "conflict" },
    });
    await proposeRemoval(admin, { membershipId, ground: "excluded", reason, endsOn: inDays(20) });
    expect(await removeDebarred(admin, { membershipId, reason })).toMatchObject({ ok: true });
  });

  test("a look is kept as it was; not of a day to come, not by its own people; strangers see none", async () => {
    const { organisationId, assessor, signatory } = await standingMember();
    const clear = { organisationId, checkedOn: today, listed: "no", note: "" };
    expect(await recordCheck(assessor, { ...clear, checkedOn: inDays(1) })).toMatchObject({
      refusal: { fields: { checkedOn: [expect.any(String)] } },
    });
    expect(await recordCheck(signatory, clear)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await recordCheck(assessor, { ...clear, organisationId: newId() })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(oks(await Promise.all([recordCheck(assessor, clear), recordCheck(assessor, clear)]))).toEqual([true, true]);
    expect(await findStanding(assessor, organisationId)).toMatchObject({
      standing: "clear",
      looks: [{ listed: false }, { listed: false }],
    });
    expect(await findStanding(signatory, organisationId)).toBeNull();
    await expect(db.debarmentCheck.updateMany({ where: { organisationId }, data: { note: "x" } })).rejects.toThrow();
  });
});

describe("reporting an exclusion", () => {
  test("is done once, not before the decision and not in time to come; strangers do not see it", async () => {
    const { membershipId, organisationId, assessor, admin, signatory } = await standingMember();
    await recordCheck(assessor, debarred(organisationId));
    await removeDebarred(admin, { membershipId, reason });
    const [report] = (await listReports(assessor, { show: "open" })).filter(
      (one) => one.organisationId === organisationId,
    );
    const reportId = report?.id ?? "";
    expect(report?.dueOn.toISOString().slice(0, 10)).toBe(inDays(30));
    expect((await listWaiting(assessor)).map(({ id }) => id)).toContain(reportId);
    for (const sentOn of [inDays(-1), inDays(1)])
      expect(await markReportSent(assessor, { reportId, sentOn, note: "" })).toMatchObject({
        refusal: { fields: { sentOn: [expect.any(String)] } },
      });
    expect(await markReportSent(signatory, { reportId, sentOn: today, note: "" })).toMatchObject({
      refusal: { kind: "missing" },
    });
    const auditor = await somebody("authority", ["auditor"]);
    expect(await markReportSent(auditor, { reportId, sentOn: today, note: "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const send = () => markReportSent(assessor, { reportId, sentOn: today, note: "By post" });
    expect(oks(await Promise.all([send(), send()]))).toEqual([false, true]);
    expect(await findReport(auditor, reportId)).toMatchObject({ note: "By post" });
    expect(await findReport(signatory, reportId)).toBeNull();
  });
});

describe("the yearly review", () => {
  test("is recorded once with a note, when it is due", async () => {
    const { membershipId, organisationId, assessor, signatory } = await standingMember();
    const due = MembersFilter.parse({ review: "due" });
    expect((await listMembers(assessor, due)).rows.map(({ id }) => id)).toContain(membershipId);
    const review = () => reviewMembership(assessor, { membershipId, note: "Accounts and safeguarding read." });
    expect(await reviewMembership(signatory, { membershipId, note: "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(oks(await Promise.all([review(), review()]))).toEqual([false, true]);
    expect(await review()).toMatchObject({ refusal: { kind: "conflict" } });
    expect((await listMembers(assessor, due)).rows.map(({ id }) => id)).not.toContain(membershipId);
    expect(await findMember(assessor, membershipId)).toMatchObject({ state: "active", reviewedAt: expect.any(Date) });
    expect(await notices(organisationId)).toEqual([]);
    await leaveMembership(signatory, { membershipId, reason: "" });
    expect(await reviewMembership(await somebody("provider", ["signatory"]), { membershipId, note: "" })).toMatchObject(
      {
        refusal: { kind: "missing" },
      },
    );
  });
});
