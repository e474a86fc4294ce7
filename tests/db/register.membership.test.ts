import { describe, expect, test } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { keepRegister } from "@/lib/register/keeping";
import { endSuspensions } from "@/lib/register/membership/commands/end-suspensions";
import { lapseMembership, renewMembership } from "@/lib/register/membership/commands/lapse";
import { keepMembership, proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { resumeMembership, suspendMembership } from "@/lib/register/membership/commands/suspend";
import { buyable } from "@/lib/register/membership/policy";
import {
  findMember,
  listMemberEvents,
  listMembers,
  listMemberships,
  listWaiting,
} from "@/lib/register/membership/queries";
import { MembersFilter } from "@/lib/register/membership/schema";
import { somebody, standingMember } from "@/tests/support/register";

const reason = "The safeguarding lead has left and nobody has taken over.";
const inDays = (days: number) => addDays(londonDay(new Date()), days);
const later = <T>(days: number, work: () => Promise<T>) => atTime(new Date(Date.now() + days * 86_400_000), work);
const state = async (id: string) =>
  (await db.membership.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const isBuyable = async (id: string) => (await db.service.count({ where: { AND: [{ id }, buyable()] } })) === 1;

describe("suspending", () => {
  test("hides the services until it ends, tells the member, and ends by itself", async () => {
    const { membershipId, serviceId, assessor, signatory } = await standingMember();
    expect(await isBuyable(serviceId)).toBe(true);
    expect(await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(10) })).toMatchObject({ ok: true });
    expect(await isBuyable(serviceId)).toBe(false);
    expect(await listWaiting(signatory)).toMatchObject([
      { id: membershipId, title: expect.stringContaining("Suspended") },
    ]);
    const ended = new Date(Date.now() + 11 * 86_400_000);
    expect(await endSuspensions()).toBe(0);
    expect(await endSuspensions(ended)).toBe(1);
    expect(await isBuyable(serviceId)).toBe(true);
    expect((await listMemberEvents(assessor, membershipId)).map(({ event }) => event)).toEqual([
      "membership.resume",
      "membership.suspend",
    ]);
    expect(await db.notification.count({ where: { userId: signatory.id } })).toBe(2);
  });

  test.each([
    ["today", 0],
    ["in two years", 730],
  ])("not until %s", async (_when, days) => {
    const { membershipId, assessor } = await standingMember();
    expect(await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(days) })).toMatchObject({
      refusal: { kind: "invalid", fields: { endsOn: [expect.any(String)] } },
    });
  });

  test("a steward ends it early; two at once: one does", async () => {
    const { membershipId, assessor, admin } = await standingMember();
    await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(10) });
    const results = await Promise.all([
      resumeMembership(admin, { membershipId }),
      resumeMembership(system, { membershipId }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

describe("removing", () => {
  const propose = { ground: "conditions", reason, endsOn: inDays(20) };

  test("is proposed with time to answer, decided after it by an admin, and can begin again only by applying", async () => {
    const { membershipId, serviceId, assessor, admin } = await standingMember();
    expect(await proposeRemoval(assessor, { membershipId, ...propose })).toMatchObject({ ok: true });
    expect(await isBuyable(serviceId)).toBe(false);
    expect(await removeMembership(admin, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await later(21, () => removeMembership(assessor, { membershipId, reason }))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await later(21, () => removeMembership(admin, { membershipId, reason }))).toMatchObject({ ok: true });
    expect(await state(membershipId)).toBe("removed");
    expect(await renewMembership(admin, { membershipId })).toMatchObject({ refusal: { kind: "conflict" } });
  });

  test("the last day to answer counts in full, and two weeks are the least", async () => {
    const { membershipId, assessor, admin } = await standingMember();
    expect(await proposeRemoval(assessor, { membershipId, ...propose, endsOn: inDays(13) })).toMatchObject({
      refusal: { kind: "invalid", fields: { endsOn: [expect.any(String)] } },
    });
    await proposeRemoval(assessor, { membershipId, ...propose, endsOn: inDays(14) });
    expect(await later(14, () => removeMembership(admin, { membershipId, reason }))).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  test("remove against keep: one wins", async () => {
    const { membershipId, assessor, admin } = await standingMember();
    await proposeRemoval(assessor, { membershipId, ...propose });
    const results = await later(21, () =>
      Promise.all([removeMembership(admin, { membershipId, reason }), keepMembership(admin, { membershipId, reason })]),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(["removed", "active"]).toContain(await state(membershipId));
  });

  test("kept: a member again, its services on show", async () => {
    const { membershipId, serviceId, assessor, admin } = await standingMember();
    await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(10) });
    await proposeRemoval(assessor, { membershipId, ...propose });
    expect(await keepMembership(admin, { membershipId, reason })).toMatchObject({ ok: true });
    expect(await isBuyable(serviceId)).toBe(true);
  });
});

describe("lapsing", () => {
  test("renewed once the answers are in date", async () => {
    const { membershipId, organisationId, assessor, signatory, serviceId } = await standingMember();
    expect(await lapseMembership(assessor, { membershipId, reason })).toMatchObject({ ok: true });
    expect(await isBuyable(serviceId)).toBe(false);
    const condition = await db.condition.findFirstOrThrow({ select: { id: true } });
    const answer = {
      organisationId,
      conditionId: condition.id,
      met: true,
      text: "Yes.",
      answeredById: signatory.id,
      answeredAt: new Date(),
    };
    await db.profileAnswer.create({ data: { ...answer, version: 1, expiresOn: new Date("2026-01-01") } });
    expect(await renewMembership(assessor, { membershipId })).toMatchObject({ refusal: { kind: "conflict" } });
    await db.profileAnswer.create({ data: { ...answer, version: 2, expiresOn: new Date("2099-01-01") } });
    expect(await renewMembership(assessor, { membershipId })).toMatchObject({ ok: true });
    expect(await isBuyable(serviceId)).toBe(true);
  });
});

const commands = {
  suspendMembership,
  resumeMembership,
  proposeRemoval,
  removeMembership,
  keepMembership,
  lapseMembership,
  renewMembership,
};
const input = { reason, endsOn: inDays(20), ground: "conditions" };

test.each(Object.entries(commands))(
  "%s: a member's own people are forbidden, strangers do not see it",
  async (_name, act) => {
    const { membershipId, signatory, assessor } = await standingMember();
    expect(await act(signatory, { membershipId, ...input })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await act(await somebody("authority", ["auditor"]), { membershipId, ...input })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    await suspendMembership(assessor, { membershipId, ...input });
    expect(await act(await somebody("provider", ["signatory"]), { membershipId, ...input })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await act(visitor, { membershipId, ...input })).toMatchObject({ refusal: { kind: "missing" } });
  },
);

test("lists: stewards see every standing, others only who is a member now, and themselves", async () => {
  const { membershipId, organisationId, assessor, signatory } = await standingMember();
  await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(10) });
  const of = async (actor: Parameters<typeof listMembers>[0]) =>
    (await listMembers(actor, MembersFilter.parse({ state: "suspended" }))).rows.map(({ id }) => id);
  expect(await of(assessor)).toContain(membershipId);
  expect(await of(signatory)).toEqual([membershipId]);
  expect(await of(visitor)).toEqual([]);
  expect(await listMemberships(visitor, organisationId)).toEqual([]);
  expect(await findMember(visitor, membershipId)).toBeNull();
  expect(await findMember(assessor, "nonsense")).toBeNull();
  expect(await findMember(assessor, membershipId)).toMatchObject({ reason, services: [{ state: "published" }] });
});

test("by the clock: suspensions end, and services that nobody confirmed are hidden, each once", async () => {
  const { membershipId, serviceId, assessor } = await standingMember();
  await suspendMembership(assessor, { membershipId, reason, endsOn: inDays(3) });
  await db.service.update({ where: { id: serviceId }, data: { confirmedAt: new Date(Date.now() - 200 * 86_400_000) } });
  const [one, other] = await Promise.all([4, 4].map((days) => keepRegister(new Date(Date.now() + days * 86_400_000))));
  expect((one?.ended ?? 0) + (other?.ended ?? 0)).toBeGreaterThanOrEqual(1);
  expect(await state(membershipId)).toBe("active");
  expect(await db.service.findUnique({ where: { id: serviceId }, select: { state: true } })).toEqual({
    state: "stale",
  });
  expect(await db.auditEvent.count({ where: { subjectId: serviceId, event: "service.goStale" } })).toBe(1);
});
