import { describe, expect, test, vi } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { hashToken, newToken, unseal } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import {
  endOtherSessions,
  endSession,
  startDemoSession,
  startSession,
  switchOrganisation,
} from "@/lib/identity/commands/sessions";
import { createUser, linkAccount, sendLink, spendLink } from "@/lib/identity/commands/sign-in";
import { linkHash } from "@/lib/identity/link";
import { adapter } from "@/lib/identity/next-auth/adapter";
import { listDemoPeople, listSessions } from "@/lib/identity/queries";
import { actorOf, findSignedIn } from "@/lib/identity/session";
import { somebody } from "@/tests/support/register";

const inMinutes = <T>(minutes: number, work: () => Promise<T>) => atTime(new Date(Date.now() + minutes * 60_000), work);

async function sentLink(email = `${newId()}@example.org`) {
  expect(await sendLink(visitor, { email, next: "/services" })).toEqual({ ok: true, value: null });
  const mail = await db.mail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: "desc" } });
  const text = unseal(mail.sealed, process.env.THROUGHCARE_KEY ?? "");
  const token = /token=([\w-]+)/.exec(text)?.[1] ?? "";
  return { email, token, text, tokenHash: linkHash(token) };
}

async function signedIn(userId: string) {
  const token = newToken();
  const result = await startSession(system, { userId, tokenHash: hashToken(token) });
  if (!result.ok) throw new Error(result.refusal.kind);
  return { token, tokenHash: hashToken(token), sessionId: result.value.id };
}

describe("a sign-in link", () => {
  test("says where it leads and for how long; the database keeps neither token nor text", async () => {
    const { text, token, tokenHash } = await sentLink();
    expect(text).toContain(`{origin}/sign-in/link?token=${token}&next=%2Fservices`);
    expect(text).toContain("15 minutes");
    expect(await db.signInToken.count({ where: { tokenHash } })).toBe(1);
    expect(JSON.stringify(await db.mail.findMany())).not.toContain(token);
  });

  test("is the same work for an address that is known and one that is not", async () => {
    const known = await somebody("provider", ["editor"]);
    const { email } = await db.user.findUniqueOrThrow({ where: { id: known.id } });
    const before = { users: await db.user.count(), mails: await db.mail.count() };
    await sentLink(email);
    await sentLink();
    expect(await db.user.count()).toBe(before.users);
    expect(await db.mail.count()).toBe(before.mails + 2);
  });

  test("works once, whoever presses twice at once", async () => {
    const { tokenHash, email } = await sentLink();
    const results = await Promise.all([spendLink(system, { tokenHash }), spendLink(system, { tokenHash })]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(results.find(({ ok }) => ok)).toMatchObject({ value: { email } });
  });

  test("runs out after 15 minutes, and is spent by nobody but sign-in", async () => {
    const { tokenHash } = await sentLink();
    expect(await spendLink(visitor, { tokenHash })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await inMinutes(16, () => spendLink(system, { tokenHash }))).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await spendLink(system, { tokenHash })).toMatchObject({ ok: true });
  });

  test.each(["", "nobody", "a@b", "two@example.org@example.org", "x\u0000@example.org"])(
    "%o is no address",
    async (email) => {
      expect(await sendLink(visitor, { email })).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    },
  );
});

describe("next-auth's adapter", () => {
  test("makes a person at the first proof of an address, and a session that is kept as a hash", async () => {
    const { tokenHash, email } = await sentLink();
    expect(await adapter.useVerificationToken({ identifier: "", token: tokenHash })).toMatchObject({
      identifier: email,
    });
    expect(await adapter.useVerificationToken({ identifier: "", token: tokenHash })).toBeNull();
    expect(await adapter.getUserByEmail(email)).toBeNull();
    const user = await adapter.createUser({ email });
    expect(await adapter.getUserByEmail(email.toUpperCase())).toMatchObject({ id: user.id });
    const sessionToken = newToken();
    await adapter.createSession({ sessionToken, userId: user.id, expires: new Date() });
    expect(JSON.stringify(await db.session.findMany({ where: { userId: user.id } }))).not.toContain(sessionToken);
    const who = await findSignedIn(hashToken(sessionToken));
    expect(who && actorOf(who)).toEqual({ kind: "person", id: user.id, organisationId: null, roles: [] });
    await adapter.deleteSession(sessionToken);
    expect(await findSignedIn(hashToken(sessionToken))).toBeNull();
    await adapter.deleteSession(sessionToken);
  });

  test("ties an account once, to somebody who is here", async () => {
    const { id: userId } = await somebody("authority", ["commissioner"]);
    const account = { userId, provider: "openid", providerAccountId: newId() };
    expect(await linkAccount(system, account)).toMatchObject({ ok: true });
    expect(await linkAccount(system, account)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await linkAccount(visitor, { ...account, providerAccountId: newId() })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await linkAccount(system, { ...account, userId: newId() })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await adapter.getUserByAccount(account)).toMatchObject({ id: userId });
  });

  test("a person is made once for an address", async () => {
    const email = `${newId()}@example.org`;
    const results = await Promise.all([
      createUser(system, { email, name: "" }),
      createUser(system, { email, name: "" }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await createUser(visitor, { email: `${newId()}@example.org`, name: "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("a session", () => {
  test("is begun by sign-in alone, and not for a stopped account", async () => {
    const editor = await somebody("provider", ["editor"]);
    const start = { userId: editor.id, tokenHash: hashToken(newToken()) };
    expect(await startSession(editor, start)).toMatchObject({ refusal: { kind: "forbidden" } });
    await db.user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } });
    expect(await startSession(system, start)).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("says who is there from the database: roles, and nothing once stopped or run out", async () => {
    const editor = await somebody("provider", ["editor"]);
    const { tokenHash } = await signedIn(editor.id);
    const who = await findSignedIn(tokenHash);
    expect(who && actorOf(who)).toEqual(editor);
    await db.session.updateMany({ where: { tokenHash }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await findSignedIn(tokenHash)).toBeNull();
    const again = await signedIn(editor.id);
    await db.user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } });
    expect(await findSignedIn(again.tokenHash)).toBeNull();
  });

  test("makes an authority's people visitors until the second step is passed", async () => {
    const commissioner = await somebody("authority", ["commissioner"]);
    const { tokenHash, sessionId } = await signedIn(commissioner.id);
    const before = await findSignedIn(tokenHash);
    expect(before?.secondStep).toBe("enrol");
    expect(before && actorOf(before)).toEqual(visitor);
    await db.session.update({ where: { id: sessionId }, data: { factorAt: new Date() } });
    const after = await findSignedIn(tokenHash);
    expect(after && actorOf(after)).toEqual(commissioner);
  });

  test("ends at once on signing out; another's does not exist, and ending twice finds nothing", async () => {
    const editor = await somebody("provider", ["editor"]);
    const { tokenHash } = await signedIn(editor.id);
    expect(await endSession(await somebody("provider", ["editor"]), { tokenHash })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const results = await Promise.all([endSession(editor, { tokenHash }), endSession(system, { tokenHash })]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await endSession(editor, { tokenHash })).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("ends all others of the same person, and none of anybody else", async () => {
    const editor = await somebody("provider", ["editor"]);
    const stranger = await somebody("provider", ["editor"]);
    const [kept] = [
      await signedIn(editor.id),
      await signedIn(editor.id),
      await signedIn(editor.id),
      await signedIn(stranger.id),
    ];
    expect(await endOtherSessions(stranger, { sessionId: kept.sessionId })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await endOtherSessions(editor, { sessionId: kept.sessionId })).toMatchObject({ value: { ended: 2 } });
    expect((await listSessions(editor)).map(({ id }) => id)).toEqual([kept.sessionId]);
    expect(await listSessions(stranger)).toHaveLength(1);
    expect(await listSessions(visitor)).toEqual([]);
  });

  test("switches to another organisation where its person has a seat, and to no other", async () => {
    const first = await somebody("provider", ["editor"]);
    const second = await somebody("provider", ["signatory"]);
    await db.seat.create({
      data: { userId: first.id, organisationId: second.organisationId, role: "viewer", since: new Date() },
    });
    const { tokenHash, sessionId } = await signedIn(first.id);
    const elsewhere = await somebody("provider", ["editor"]);
    expect(await switchOrganisation(first, { sessionId, organisationId: elsewhere.organisationId })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await switchOrganisation(second, { sessionId, organisationId: second.organisationId })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await switchOrganisation(first, { sessionId, organisationId: second.organisationId })).toMatchObject({
      ok: true,
    });
    const who = await findSignedIn(tokenHash);
    expect(who && actorOf(who)).toEqual({
      kind: "provider",
      id: first.id,
      organisationId: second.organisationId,
      roles: ["viewer"],
    });
    await db.seat.deleteMany({ where: { userId: first.id, organisationId: second.organisationId } });
    expect((await findSignedIn(tokenHash))?.workplace?.id).toBe(first.organisationId);
  });
});

describe("demo people", () => {
  test("are signed in as with one press, second step included; others are not", async () => {
    const commissioner = await somebody("authority", ["commissioner"]);
    expect(await startDemoSession(visitor, { userId: commissioner.id })).toMatchObject({
      refusal: { kind: "missing" },
    });
    await db.user.update({ where: { id: commissioner.id }, data: { demoLine: "Buys for Kent." } });
    const result = await startDemoSession(visitor, { userId: commissioner.id });
    const who = result.ok ? await findSignedIn(hashToken(result.value.token)) : null;
    expect(who && actorOf(who)).toEqual(commissioner);
    expect((await listDemoPeople(visitor)).map(({ id }) => id)).toContain(commissioner.id);
  });

  test("do not exist in live mode", async () => {
    const { id: userId } = await somebody("authority", ["commissioner"]);
    await db.user.update({ where: { id: userId }, data: { demoLine: "Buys for Kent." } });
    vi.stubEnv("MODE", "live");
    expect(await startDemoSession(visitor, { userId })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await startDemoSession(system, { userId })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await listDemoPeople(visitor)).toEqual([]);
    vi.unstubAllEnvs();
  });
});
