import "server-only";
import { seal } from "./crypto";
import type { Tx } from "./db";
import { fold } from "./mail/folded";

type Message = {
  to: string;
  subject: string;
  text: string;
  /** For what somebody can have enough of: a path of ours where a mail program may end it with one POST (RFC 8058). */
  unsubscribe?: string;
};

/** Writes a message into the outbox, in the caller's transaction. A worker sends it after the commit, once. The text is kept encrypted until then; `{origin}` in it becomes the site's address. */
export async function writeMail(tx: Tx, { to, subject, text, unsubscribe = "" }: Message) {
  await tx.mail.create({
    data: { to, subject, sealed: seal(fold({ text, unsubscribe }), process.env.THROUGHCARE_KEY ?? "") },
  });
}
