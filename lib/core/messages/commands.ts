import "server-only";
import { z } from "zod";
import { command } from "../door/command";

/** Remembers that a message has left, and forgets its text: it may hold a link that signs somebody in. */
export const recordSent = command({
  event: "mail.send",
  input: z.object({ mailId: z.uuid() }),
  load: ({ tx }, { mailId }) => tx.mail.findFirst({ where: { id: mailId, sentAt: null }, select: { id: true } }),
  allow: (actor) => actor.kind === "system",
  run: async ({ tx, now }, { id }) => {
    await tx.mail.updateMany({ where: { id, sentAt: null }, data: { sentAt: now, sealed: "" } });
    return { value: null, id, detail: {} };
  },
});

/** Clears away what has run out and can be used by nobody: links, sessions, idempotency keys, counters. */
export const clearExpired = command({
  event: "installation.clearExpired",
  input: z.object({}),
  load: async ({ tx, now }) => {
    const links = await tx.signInToken.count({ where: { expiresAt: { lt: now } } });
    const sessions = await tx.session.count({ where: { expiresAt: { lt: now } } });
    const keys = await tx.idempotencyKey.count({ where: { createdAt: { lt: weekBefore(now) } } });
    return links + sessions + keys > 0 ? { links, sessions, keys } : null;
  },
  allow: (actor) => actor.kind === "system",
  run: async ({ tx, now }, counts) => {
    await tx.signInToken.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.session.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: weekBefore(now) } } });
    await tx.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime() - 3_600_000) } } });
    return { value: counts, id: installation, detail: counts };
  },
});

const weekBefore = (now: Date) => new Date(now.getTime() - 7 * 86_400_000);
/** The installation itself, as the subject of what is done to it. */
const installation = "00000000-0000-7000-8000-000000000000";
