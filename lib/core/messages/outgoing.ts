import "server-only";
import { system } from "../actor";
import { unseal } from "../crypto";
import { db } from "../db";
import { environment } from "../process/environment";
import { carry } from "./carrier";
import { recordSent } from "./commands";
import { unfold } from "./folded";

/**
 * Sends one message of the outbox. Nothing happens when it has been sent already; throws when it cannot be sent now, and
 * when that it left could not be written down: then it may leave twice, under one message id, rather than never.
 */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await db.mail.findFirst({
    where: { id: mailId, sentAt: null },
    select: { id: true, to: true, subject: true, sealed: true },
  });
  if (!mail) return;
  const { id, to, subject, sealed } = mail;
  await carry({ id, to, subject, ...unfold(unseal(sealed, environment().THROUGHCARE_KEY)) });
  const kept = await recordSent(system, { mailId });
  // Missing is well: another process has sent it and said so.
  if (!kept.ok && kept.refusal.kind !== "missing")
    throw new Error(`Mail was sent and not marked: ${kept.refusal.kind}`);
}

/**
 * Messages that wait and have no job yet, oldest first. In a demo without a mail server, what was written to demo people before this
 * process began is left alone: it is part of the invented past.
 */
export async function listUnsent(began: Date, limit = 200): Promise<string[]> {
  const { MODE, SMTP_URL } = environment();
  const invented = MODE === "demo" && !SMTP_URL;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select m.id from "Mail" m
    where m."sentAt" is null
      and not exists (select 1 from pgboss.job j where j.name = 'mail' and j.id = m.id)
      and not (${invented} and m."createdAt" < ${began}
               and exists (select 1 from "User" u where u.email = m."to" and u."demoLine" is not null))
    order by m."createdAt", m.id limit ${limit}`;
  return rows.map(({ id }) => id);
}
