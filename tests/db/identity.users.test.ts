import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Person, system, visitor } from "@/lib/core/actor";
import { hashToken, newToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { createAuthority } from "@/lib/identity/commands/authorities";
import { startSession } from "@/lib/identity/commands/sessions";
import { disableUser, enableUser, readNotifications, renameSelf } from "@/lib/identity/commands/users";
import { listAuthorities, listInvitations, listNotifications } from "@/lib/identity/queries";
import { findSignedIn } from "@/lib/identity/session";
import { somebody } from "@/tests/support/register";

async function session(userId: string) {
  const tokenHash = hashToken(newToken());
  await startSession(system, { userId, tokenHash });
  return tokenHash;
}

describe("stopping an account", () => {
  test("ends every session at once, and is undone by opening it again", async () => {
    const admin = await somebody("steward", ["admin"]);
    const editor = await somebody("provider", ["editor"]);
    const tokenHash = await session(editor.id);
    const results = await Promise.all([
      disableUser(admin, { userId: editor.id }),
      disableUser(admin, { userId: editor.id }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await startSession(system, { userId: editor.id, tokenHash: hashToken(newToken()) })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await enableUser(admin, { userId: editor.id })).toMatchObject({ ok: true });
    expect(await enableUser(admin, { userId: editor.id })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await session(editor.id).then(findSignedIn)).not.toBeNull();
  });

  test("is for a steward's administrator, and never for oneself", async () => {
    const admin = await somebody("steward", ["admin"]);
    const { id: userId, organisationId } = await somebody("provider", ["editor"]);
    const signatory = await somebody("provider", ["signatory"], organisationId);
    for (const actor of [signatory, visitor, system])
      for (const command of [disableUser, enableUser])
        expect(await command(actor, { userId })).toMatchObject({ refusal: { kind: "missing" } });
    const assessor = await somebody("steward", ["assessor"]);
    expect(await disableUser(assessor, { userId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await enableUser(assessor, { userId })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await disableUser(admin, { userId: admin.id })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await disableUser(admin, { userId: newId() })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await disableUser(admin, { userId: "x" })).toMatchObject({ refusal: { kind: "invalid" } });
  });

  test("two administrators who stop each other at once: one is left", async () => {
    for (let round = 0; round < 8; round++) {
      const one = await somebody("steward", ["admin"]);
      const other = await somebody("steward", ["admin"], one.organisationId);
      const results = await Promise.all([
        disableUser(one, { userId: other.id }),
        disableUser(other, { userId: one.id }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.user.count({ where: { id: { in: [one.id, other.id] }, disabledAt: null } })).toBe(1);
    }
  });
});

test("people say what they are called, and nobody says it for them", async () => {
  const editor = await somebody("provider", ["editor"]);
  const person: Person = { kind: "person", id: editor.id, organisationId: null, roles: [] };
  expect(await renameSelf(person, { name: "  Ada Lovelace " })).toMatchObject({ ok: true });
  expect(await db.user.findUniqueOrThrow({ where: { id: editor.id } })).toMatchObject({ name: "Ada Lovelace" });
  expect(await renameSelf(person, { name: " " })).toMatchObject({ refusal: { fields: { name: ["Enter your name"] } } });
  expect(await renameSelf(visitor, { name: "Eve" })).toMatchObject({ refusal: { kind: "missing" } });
});

const tellThrice = command({
  event: "person.tellThrice",
  input: z.object({ userId: z.uuid() }),
  load: async (_, row) => row,
  allow: () => true,
  run: async (scene, { userId }) => {
    const what = { title: "A question", body: "About your answer.", href: "/apply" };
    for (let at = 0; at < 3; at++) await tell(scene, { userId }, what);
    return { value: null, id: userId, detail: {} };
  },
});

test("notifications are read by whom they are for", async () => {
  const editor = await somebody("provider", ["editor"]);
  const stranger = await somebody("provider", ["editor"]);
  expect(await tellThrice(stranger, { userId: editor.id })).toMatchObject({ ok: true });
  const { list, unread } = await listNotifications(editor);
  expect(unread).toBe(3);
  const [first] = list;
  expect(await readNotifications(stranger, { notificationId: first?.id })).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await readNotifications(editor, { notificationId: first?.id })).toEqual({
    ok: true,
    value: { href: "/apply" },
  });
  expect(await listNotifications(editor)).toMatchObject({ unread: 2, total: 3 });
  await Promise.all([readNotifications(editor, {}), readNotifications(editor, {})]);
  expect(await listNotifications(editor)).toMatchObject({ unread: 0, total: 3 });
  expect(await listNotifications(stranger)).toMatchObject({ total: 0 });
  expect(await readNotifications(visitor, {})).toMatchObject({ refusal: { kind: "missing" } });
});

describe("entering an authority", () => {
  const given = () => ({
    name: `Authority ${newId()}`,
    places: ["region-greater-manchester"],
    isCentral: "yes",
    email: `${newId()}@example.org`,
  });

  test("gives it its places and invites its first administrator", async () => {
    const admin = await somebody("steward", ["admin"]);
    const input = given();
    const result = await createAuthority(admin, input);
    const id = result.ok ? result.value.id : "";
    expect(await db.organisation.findUniqueOrThrow({ where: { id }, include: { areas: true } })).toMatchObject({
      kind: "authority",
      isCentral: true,
      reference: expect.stringMatching(/^TO-\d{4}-\d{6}$/),
      areas: [{ placeCode: "region-greater-manchester" }],
    });
    expect(await listInvitations(admin, id)).toMatchObject([{ email: input.email, roles: ["admin"] }]);
    expect((await listAuthorities(admin)).total).toBeGreaterThan(0);
    expect(await createAuthority(admin, { ...given(), name: input.name.toUpperCase() })).toMatchObject({
      refusal: { fields: { name: [expect.any(String)] } },
    });
  });

  test("twice with one press is one authority", async () => {
    const admin = await somebody("steward", ["admin"]);
    const input = { ...given(), key: newId() };
    const results = await Promise.all([createAuthority(admin, input), createAuthority(admin, input)]);
    expect(results[0]).toEqual(results[1]);
    expect(await db.organisation.count({ where: { name: input.name } })).toBe(1);
  });

  test("is for a steward's administrator, and for places that exist", async () => {
    const admin = await somebody("steward", ["admin"]);
    for (const actor of [visitor, await somebody("steward", ["assessor"]), await somebody("authority", ["admin"])])
      expect(await createAuthority(actor, given())).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await createAuthority(admin, { ...given(), places: ["atlantis"] })).toMatchObject({
      refusal: { fields: { places: [expect.any(String)] } },
    });
    expect(await createAuthority(admin, { ...given(), places: [] })).toMatchObject({ refusal: { kind: "invalid" } });
  });
});
