import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test, vi } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { clearExpired, recordSent } from "@/lib/core/messages/commands";
import { readMailbox } from "@/lib/core/messages/mailbox";
import { listUnsent, sendMail } from "@/lib/core/messages/outgoing";
import { closeLimits, limits, spend } from "@/lib/core/process/limits";
import { readiness } from "@/lib/core/process/readiness";
import { startWork } from "@/lib/core/process/worker";
import { newId } from "@/lib/core/values/id";
import { sendLink } from "@/lib/identity/commands/sign-in";
import { somebody } from "@/tests/support/register";

afterAll(closeLimits);

const began = new Date(0);

async function written(to = `${newId()}@example.org`) {
  await sendLink(visitor, { email: to });
  const { id } = await db.mail.findFirstOrThrow({ where: { to } });
  return { id, to };
}

async function until(done: () => Promise<boolean>) {
  for (let left = 150; left > 0; left--) {
    if (await done()) return;
    await wait(100);
  }
  throw new Error("It did not happen in 15 seconds");
}

describe("the outbox", () => {
  test("a message goes out once, with our address in it, and its text is forgotten", async () => {
    const { id, to } = await written();
    await sendMail(id);
    await sendMail(id);
    const [letter] = (await readMailbox()).filter((kept) => kept.to === to);
    expect(letter?.text).toContain("http://localhost:3000/sign-in/link?token=");
    expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ sealed: "", sentAt: expect.any(Date) });
    expect(await db.auditEvent.count({ where: { event: "mail.send", subjectId: id } })).toBe(1);
  });

  test("what cannot be carried waits, and goes when it can", async () => {
    const { id } = await written();
    const blocked = join(process.env.DATA_DIR ?? "", "a-file");
    writeFileSync(blocked, "");
    vi.stubEnv("DATA_DIR", blocked);
    await expect(sendMail(id)).rejects.toThrow();
    vi.unstubAllEnvs();
    expect(await listUnsent(began)).toContain(id);
    await sendMail(id);
    expect(await listUnsent(began)).not.toContain(id);
  });

  test("is emptied by the clock and by commits, and stops in order", async () => {
    const before = await written();
    const work = startWork();
    expect(startWork()).toBe(work);
    const isSent = async ({ id }: { id: string }) =>
      (await db.mail.findUniqueOrThrow({ where: { id }, select: { sentAt: true } })).sentAt !== null;
    await until(() => isSent(before));
    const after = await written();
    await until(() => isSent(after));
    await work.stop();
    // A pass that was under way when we stopped may still be sealing.
    await until(async () => (await db.auditUnsealed.count()) === 0);
    const late = await written();
    await wait(300);
    expect(await isSent(late)).toBe(false);
  });

  test("what was written to demo people before this process began is left to the past", async () => {
    const { id: userId } = await somebody("provider", ["editor"]);
    const { email } = await db.user.update({ where: { id: userId }, data: { demoLine: "Writes." } });
    const { id } = await written(email);
    expect(await listUnsent(began)).toContain(id);
    expect(await listUnsent(new Date(Date.now() + 60_000))).not.toContain(id);
  });

  test("only the system says that something was sent, and once", async () => {
    const { id: mailId } = await written();
    expect(await recordSent(visitor, { mailId })).toMatchObject({ refusal: { kind: "forbidden" } });
    const results = await Promise.all([recordSent(system, { mailId }), recordSent(system, { mailId })]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await recordSent(system, { mailId })).toMatchObject({ refusal: { kind: "missing" } });
  });
});

test("what has run out is cleared away, and nothing else", async () => {
  await written();
  await db.signInToken.create({ data: { tokenHash: "0".repeat(64), email: "a@example.org", expiresAt: new Date(1) } });
  const before = await db.signInToken.count();
  expect(await clearExpired(visitor, {})).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await clearExpired(system, {})).toMatchObject({ ok: true, value: { links: 1 } });
  expect(await db.signInToken.count()).toBe(before - 1);
  expect(await clearExpired(system, {})).toMatchObject({ refusal: { kind: "missing" } });
});

describe("limits", () => {
  test("hold for all at once, by key, and say how long to wait", async () => {
    const key = newId();
    const { tries, minutes } = limits.linkToAddress;
    const spent = await Promise.all(Array.from({ length: tries + 3 }, () => spend("linkToAddress", key)));
    expect(spent.filter(({ ok }) => ok)).toHaveLength(tries);
    const refused = spent.find(({ ok }) => !ok);
    expect(refused && !refused.ok && refused.retryAfter).toBeGreaterThan(minutes * 60 - 30);
    expect(await spend("linkToAddress", newId())).toEqual({ ok: true });
    expect(await spend("code", key)).toEqual({ ok: true });
  });

  test("keep no address in the clear", async () => {
    await spend("linkToAddress", "ada@example.org");
    expect(await db.rateLimit.count({ where: { key: { contains: "ada" } } })).toBe(0);
  });
});

test("ready means that the database answers and holds the newest migration", async () => {
  const found = await readiness();
  expect(found).toMatchObject({ ok: true, database: "up", build: expect.any(String) });
  expect(found.migration.applied).toBe(found.migration.expected);
});
