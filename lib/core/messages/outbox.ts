import "server-only";
import { seal } from "../crypto";
import type { Tx } from "../db";
import { fold } from "./folded";

type Message = {
  to: string;
  subject: string;
  text: string;
  /** For what somebody can have enough of: a path of ours where a mail program may end it with one POST (RFC 8058). */
  unsubscribe?: string;
};

/** Writes a message into the outbox, in the caller's transaction. A worker sends it after the commit, once. The text is kept encrypted until then; `{origin}` in it becomes the site's address. */
export const writeMail = (tx: Tx, message: Message) => writeMails(tx, [message]);

/** The same for several at once, in one statement however many they are. */
export async function writeMails(tx: Tx, messages: readonly Message[]) {
  const key = process.env.THROUGHCARE_KEY ?? "";
  await tx.mail.createMany({
    data: messages.map(({ to, subject, text, unsubscribe = "" }) => ({
      to,
      subject,
      sealed: seal(fold({ text, unsubscribe }), key),
    })),
  });
}

/** The copy by mail of a notification: only that there is something to read, and where. */
export const copyOf = (to: string, { title, href }: { title: string; href: string }): Message => ({
  to,
  subject: `Throughcare: ${title}`,
  text: `${title}.\n\nSign in to read it: {origin}${href}\n`,
});
