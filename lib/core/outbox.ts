import "server-only";
import { seal } from "./crypto";
import type { Tx } from "./db";

/** Writes a message into the outbox, in the caller's transaction. A worker sends it after the commit, once. The text is kept encrypted until then; `{origin}` in it becomes the site's address. */
export async function writeMail(tx: Tx, mail: { to: string; subject: string; text: string }) {
  await tx.mail.create({
    data: { to: mail.to, subject: mail.subject, sealed: seal(mail.text, process.env.THROUGHCARE_KEY ?? "") },
  });
}
