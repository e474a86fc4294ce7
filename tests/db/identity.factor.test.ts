import { generateSync } from "otplib";
import { describe, expect, test } from "vitest";
import { type Member, system } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { hashToken, newToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import {
  confirmFactor,
  dropFactor,
  enrolFactor,
  openSecret,
  passSecondStep,
  resetFactor,
} from "@/lib/identity/commands/factor";
import { startSession } from "@/lib/identity/commands/sessions";
import { findFactor } from "@/lib/identity/queries";
import { findSignedIn } from "@/lib/identity/session";
import { somebody } from "@/tests/support/register";

async function signedIn({ id: userId }: { id: string }) {
  const tokenHash = hashToken(newToken());
  const result = await startSession(system, { userId, tokenHash });
  if (!result.ok) throw new Error(result.refusal.kind);
  return { tokenHash, sessionId: result.value.id };
}

const secretOf = async (userId: string) =>
  openSecret((await db.factor.findUniqueOrThrow({ where: { userId } })).sealedSecret, userId);

/** Each call is half a minute later than the last, so that every code is a fresh one. */
let turn = 0;
async function withCode<T>(userId: string, work: (code: string) => Promise<T>): Promise<T> {
  const now = new Date(Date.now() + ++turn * 30_000);
  const code = generateSync({ secret: await secretOf(userId), epoch: Math.floor(now.getTime() / 1000) });
  return atTime(now, () => work(code));
}

async function enrolled(kind: Member["kind"] = "authority", ...roles: Member["roles"]) {
  const member = await somebody(kind, roles.length > 0 ? [...roles] : ["commissioner"]);
  const session = await signedIn(member);
  await enrolFactor(member, {});
  const result = await withCode(member.id, (code) => confirmFactor(member, { sessionId: session.sessionId, code }));
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return { member, ...session, tokenHash: hashToken(result.value.token) };
}

describe("setting up a second step", () => {
  test("keeps a sealed secret, and counts from the first right code", async () => {
    const member = await somebody("authority", ["commissioner"]);
    const { sessionId, tokenHash } = await signedIn(member);
    const other = await signedIn(member);
    expect(await enrolFactor(member, {})).toMatchObject({ ok: true });
    expect(JSON.stringify(await findFactor(member))).not.toContain(await secretOf(member.id));
    expect((await findSignedIn(tokenHash))?.secondStep).toBe("enrol");
    expect(await confirmFactor(member, { sessionId, code: "000000" })).toMatchObject({
      refusal: { fields: { code: [expect.any(String)] } },
    });
    const result = await withCode(member.id, (code) => confirmFactor(member, { sessionId, code }));
    expect(result).toMatchObject({ ok: true });
    // The old token, which may have been copied before, is worth nothing; so are other sessions.
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await findSignedIn(other.tokenHash)).toBeNull();
    expect(result.ok && (await findSignedIn(hashToken(result.value.token)))?.secondStep).toBe("done");
  });

  test("again makes a new secret until it is confirmed, and is refused after", async () => {
    const member = await somebody("steward", ["assessor"]);
    await enrolFactor(member, {});
    const first = await secretOf(member.id);
    expect(await enrolFactor(member, {})).toMatchObject({ ok: true });
    expect(await secretOf(member.id)).not.toBe(first);
    const done = await enrolled();
    expect(await enrolFactor(done.member, {})).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await enrolFactor(system, {})).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("in another's session finds nothing", async () => {
    const member = await somebody("authority", ["commissioner"]);
    await enrolFactor(member, {});
    const stranger = await signedIn(await somebody("authority", ["commissioner"]));
    const result = await withCode(member.id, (code) => confirmFactor(member, { sessionId: stranger.sessionId, code }));
    expect(result).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("passing the second step", () => {
  test("needs a code, once each, and gives the session a new token", async () => {
    const { member } = await enrolled();
    const { sessionId, tokenHash } = await signedIn(member);
    expect((await findSignedIn(tokenHash))?.secondStep).toBe("code");
    await withCode(member.id, async (code) => {
      const results = await Promise.all([
        passSecondStep(member, { sessionId, code }),
        passSecondStep(member, { sessionId, code }),
      ]);
      expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      expect(await passSecondStep(member, { sessionId, code })).toMatchObject({
        refusal: { fields: { code: [expect.any(String)] } },
      });
    });
    expect(await findSignedIn(tokenHash)).toBeNull();
  });

  test.each(["", "12345", "abcdef", "1234567"])("%o is no code", async (code) => {
    const { member, sessionId } = await enrolled();
    expect(await passSecondStep(member, { sessionId, code })).toMatchObject({ refusal: { kind: "invalid" } });
  });

  test("of another person is refused as missing", async () => {
    const { member } = await enrolled();
    const { sessionId } = await enrolled();
    const result = await withCode(member.id, (code) => passSecondStep(member, { sessionId, code }));
    expect(result).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("giving up and losing a second step", () => {
  test("to give it up takes a code; it must then be set up again", async () => {
    const { member, sessionId, tokenHash } = await enrolled();
    expect(await dropFactor(member, { sessionId, code: "000000" })).toMatchObject({ ok: false });
    expect(await withCode(member.id, (code) => dropFactor(member, { sessionId, code }))).toMatchObject({ ok: true });
    expect((await findSignedIn(tokenHash))?.secondStep).toBe("enrol");
  });

  test("an administrator resets a colleague's, and their sessions end; others may not, or do not see them", async () => {
    const { member, tokenHash } = await enrolled();
    const { organisationId } = member;
    const reset = { userId: member.id, organisationId };
    const admin = await somebody("authority", ["admin"], organisationId);
    const colleague = await somebody("authority", ["approver"], organisationId);
    const stranger = await somebody("authority", ["admin"]);
    const assessor = await somebody("steward", ["assessor"]);
    expect(await resetFactor(colleague, reset)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await resetFactor(assessor, reset)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await resetFactor(stranger, reset)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await resetFactor(stranger, { ...reset, organisationId: stranger.organisationId })).toMatchObject({
      refusal: { kind: "missing" },
    });
    const results = await Promise.all([resetFactor(admin, reset), resetFactor(admin, reset)]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await findSignedIn(tokenHash)).toBeNull();
    expect(await findFactor(member)).toBeNull();
  });

  test("nobody resets their own", async () => {
    const { member } = await enrolled("steward", "admin");
    const own = { userId: member.id, organisationId: member.organisationId };
    expect(await resetFactor(member, own)).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});
