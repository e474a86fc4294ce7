import { describe, expect, test } from "vitest";
import { type Member, type Person, system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import {
  inviteColleague,
  inviteSteward,
  takeUpInvitation,
  withdrawInvitation,
} from "@/lib/identity/commands/invitations";
import { removeSeat, setRoles } from "@/lib/identity/commands/seats";
import { startSession } from "@/lib/identity/commands/sessions";
import {
  findOrganisation,
  findSeat,
  listInvitations,
  listOwnInvitations,
  listSeats,
  listWaiting,
} from "@/lib/identity/queries";
import { findSignedIn } from "@/lib/identity/session";
import { somebody } from "@/tests/support/register";

const address = () => `${newId()}@example.org`;

async function newcomer(email = address()): Promise<Person & { email: string }> {
  const { id } = await db.user.create({ data: { email, name: "", createdAt: new Date() } });
  return { kind: "person", id, organisationId: null, roles: [], email };
}

const rolesOf = async (userId: string, organisationId: string): Promise<Role[]> =>
  (await db.seat.findMany({ where: { userId, organisationId }, orderBy: { role: "asc" } })).map(({ role }) => role);

async function session(userId: string) {
  const tokenHash = hashToken(newToken());
  await startSession(system, { userId, tokenHash });
  return tokenHash;
}

const inDays = <T>(days: number, work: () => Promise<T>) => atTime(new Date(Date.now() + days * 86_400_000), work);

describe("inviting a colleague", () => {
  test("offers a seat by e-mail, which they take up with that address", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const { organisationId } = signatory;
    const her = await newcomer();
    expect(
      await inviteColleague(signatory, { organisationId, email: her.email.toUpperCase(), roles: ["editor", "viewer"] }),
    ).toMatchObject({ ok: true });
    expect(await db.mail.count({ where: { to: her.email } })).toBe(1);
    expect(await listWaiting(her)).toMatchObject([{ title: expect.stringContaining("Join") }]);
    expect(await listInvitations(signatory, organisationId)).toMatchObject([
      { email: her.email, roles: ["editor", "viewer"] },
    ]);
    const results = await Promise.all([
      takeUpInvitation(her, { organisationId }),
      takeUpInvitation(her, { organisationId }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await rolesOf(her.id, organisationId)).toEqual(["editor", "viewer"]);
    expect(await listOwnInvitations(her)).toEqual([]);
    expect(await db.notification.count({ where: { userId: signatory.id } })).toBe(1);
  });

  test("is refused to who may not, to oneself, to who is here, and for roles that are not ours to give", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const { organisationId } = signatory;
    const editor = await somebody("provider", ["editor"], organisationId);
    const emailOf = async ({ id }: Member) => (await db.user.findUniqueOrThrow({ where: { id } })).email;
    const offer = { organisationId, email: address(), roles: ["editor"] };
    expect(await inviteColleague(editor, offer)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await inviteColleague(visitor, offer)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await inviteColleague(await somebody("provider", ["signatory"]), offer)).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await inviteColleague(signatory, { ...offer, roles: ["auditor"] })).toMatchObject({
      refusal: { fields: { roles: [expect.any(String)] } },
    });
    expect(await inviteColleague(signatory, { ...offer, roles: [] })).toMatchObject({ refusal: { kind: "invalid" } });
    expect(await inviteColleague(signatory, { ...offer, email: await emailOf(signatory) })).toMatchObject({
      refusal: { kind: "invalid" },
    });
    expect(await inviteColleague(signatory, { ...offer, email: await emailOf(editor) })).toMatchObject({
      refusal: { kind: "invalid" },
    });
  });

  test("again replaces the older offer, also when both are sent at once", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const { organisationId } = signatory;
    const email = address();
    const send = (role: Role) => inviteColleague(signatory, { organisationId, email, roles: [role] });
    await send("editor");
    await Promise.all([send("viewer"), send("viewer")]);
    expect(await listInvitations(signatory, organisationId)).toMatchObject([{ email, roles: ["viewer"] }]);
  });

  test("can be withdrawn, runs out, and belongs to nobody else", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const { organisationId } = signatory;
    const her = await newcomer();
    const offer = { organisationId, email: her.email, roles: ["editor"] };
    await inviteColleague(signatory, offer);
    expect(await takeUpInvitation(await newcomer(), { organisationId })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await inDays(15, () => takeUpInvitation(her, { organisationId }))).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await withdrawInvitation(await somebody("provider", ["editor"], organisationId), offer)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await withdrawInvitation(await somebody("provider", ["signatory"]), offer)).toMatchObject({
      refusal: { kind: "missing" },
    });
    const results = await Promise.all([withdrawInvitation(signatory, offer), withdrawInvitation(signatory, offer)]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await takeUpInvitation(her, { organisationId })).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("a steward's administrator names a keeper or an auditor anywhere, and nothing else", async () => {
    const admin = await somebody("steward", ["admin"]);
    const { organisationId } = await somebody("authority", ["commissioner"]);
    const invite = (roles: Role[]) => inviteColleague(admin, { organisationId, email: address(), roles });
    expect(await invite(["admin"])).toMatchObject({ ok: true });
    expect(await invite(["auditor"])).toMatchObject({ ok: true });
    expect(await invite(["approver"])).toMatchObject({ refusal: { kind: "invalid" } });
  });
});

describe("the first steward", () => {
  test("is invited by command alone; the office is founded once", async () => {
    await db.organisation.updateMany({ where: { kind: "steward" }, data: { validTo: new Date() } });
    const emails = [address(), address()];
    expect(await inviteSteward(visitor, { email: emails[0], name: "Ada" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const results = await Promise.all(emails.map((email) => inviteSteward(system, { email, name: "Ada" })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await db.organisation.count({ where: { kind: "steward", validTo: null } })).toBe(1);
    const her = await db.user.findUniqueOrThrow({ where: { email: emails[0] ?? "" } });
    const office = await db.organisation.findFirstOrThrow({ where: { kind: "steward", validTo: null } });
    const person: Person = { kind: "person", id: her.id, organisationId: null, roles: [] };
    expect(await takeUpInvitation(person, { organisationId: office.id })).toMatchObject({ ok: true });
    expect(await rolesOf(her.id, office.id)).toEqual(["admin"]);
  });

  test("needs an address and a name", async () => {
    expect(await inviteSteward(system, { email: "x", name: "" })).toMatchObject({ refusal: { kind: "invalid" } });
  });
});

describe("changing roles", () => {
  test("ends their sessions at once and tells them", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const editor = await somebody("provider", ["editor"], signatory.organisationId);
    const tokenHash = await session(editor.id);
    const change = { organisationId: signatory.organisationId, userId: editor.id, roles: ["viewer"] };
    expect(await setRoles(signatory, change)).toMatchObject({ ok: true });
    expect(await rolesOf(editor.id, signatory.organisationId)).toEqual(["viewer"]);
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await db.notification.count({ where: { userId: editor.id } })).toBe(1);
    expect(await setRoles(signatory, change)).toMatchObject({ refusal: { kind: "conflict" } });
  });

  test("is refused to who may not and unseen by strangers; an auditor stays one", async () => {
    const admin = await somebody("authority", ["admin"]);
    const { organisationId } = admin;
    const auditor = await somebody("authority", ["auditor", "viewer"], organisationId);
    const change = { organisationId, userId: auditor.id, roles: ["commissioner"] };
    expect(await setRoles(await somebody("authority", ["approver"], organisationId), change)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await setRoles(await somebody("steward", ["admin"]), change)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await setRoles(await somebody("authority", ["admin"]), change)).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await setRoles(visitor, change)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await setRoles(admin, { ...change, roles: ["editor"] })).toMatchObject({ refusal: { kind: "invalid" } });
    expect(await setRoles(admin, change)).toMatchObject({ ok: true });
    expect(await rolesOf(auditor.id, organisationId)).toEqual(["commissioner", "auditor"]);
  });
});

describe("an organisation always keeps somebody to look after it", () => {
  test("the last one can neither leave nor be changed", async () => {
    const last = await somebody("authority", ["admin", "commissioner"]);
    const seat = { organisationId: last.organisationId, userId: last.id };
    expect(await removeSeat(last, seat)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await setRoles(last, { ...seat, roles: ["commissioner"] })).toMatchObject({ refusal: { kind: "conflict" } });
    const second = await somebody("authority", ["admin"], last.organisationId);
    await db.user.update({ where: { id: second.id }, data: { disabledAt: new Date() } });
    expect(await removeSeat(last, seat)).toMatchObject({ refusal: { kind: "conflict" } });
    await db.user.update({ where: { id: second.id }, data: { disabledAt: null } });
    expect(await removeSeat(last, seat)).toMatchObject({ ok: true });
  });

  test("not even when the last two leave at once", async () => {
    for (let round = 0; round < 10; round++) {
      const one = await somebody("provider", ["signatory"]);
      const { organisationId } = one;
      const other = await somebody("provider", ["signatory"], organisationId);
      const results = await Promise.all([
        removeSeat(one, { organisationId, userId: one.id }),
        setRoles(other, { organisationId, userId: other.id, roles: ["viewer"] }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.seat.count({ where: { organisationId, role: "signatory" } })).toBe(1);
    }
  });
});

describe("removing a seat", () => {
  test("ends their sessions; anyone may leave, and strangers see nobody", async () => {
    const signatory = await somebody("provider", ["signatory"]);
    const { organisationId } = signatory;
    const editor = await somebody("provider", ["editor"], organisationId);
    const leaver = await somebody("provider", ["editor"], organisationId);
    const tokenHash = await session(editor.id);
    const seat = { organisationId, userId: editor.id };
    expect(await removeSeat(leaver, seat)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await removeSeat(await somebody("provider", ["signatory"]), seat)).toMatchObject({
      refusal: { kind: "missing" },
    });
    const results = await Promise.all([removeSeat(signatory, seat), removeSeat(signatory, seat)]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await removeSeat(leaver, { organisationId, userId: leaver.id })).toMatchObject({ ok: true });
    expect((await listSeats(signatory, organisationId)).people.map(({ id }) => id)).toEqual([signatory.id]);
  });
});

test("organisations and people are seen by whom they should be", async () => {
  const charity = await somebody("provider", ["editor"]);
  const authority = await somebody("authority", ["admin"]);
  const steward = await somebody("steward", ["assessor"]);
  for (const actor of [visitor, authority]) expect(await findOrganisation(actor, charity.organisationId)).toBeNull();
  for (const actor of [charity, steward, system])
    expect(await findOrganisation(actor, charity.organisationId)).toMatchObject({ id: charity.organisationId });
  expect(await findOrganisation(visitor, authority.organisationId)).toMatchObject({ kind: "authority" });
  expect(await findOrganisation(steward, "not-an-id")).toBeNull();
  expect(await listSeats(charity, authority.organisationId)).toEqual({ people: [], total: 0 });
  expect(await listSeats(visitor, charity.organisationId)).toEqual({ people: [], total: 0 });
  expect(await findSeat(steward, charity.organisationId, charity.id)).toMatchObject({ roles: ["editor"] });
  expect(await findSeat(authority, charity.organisationId, charity.id)).toBeNull();
  expect(await findSeat(charity, charity.organisationId, "x")).toBeNull();
});
