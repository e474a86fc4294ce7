import "server-only";
import { seal } from "../crypto";
import type { Scene } from "../door/command";
import type { Letter } from "../door/ends";
import { fold } from "./folded";

type Message = {
  to: string;
  subject: string;
  text: string;
  /** For what somebody can have enough of: a path of ours where a mail program may end it with one POST (RFC 8058). */
  unsubscribe?: string;
};

/** A message as it waits in the outbox: its text is kept encrypted until it is sent; `{origin}` in it becomes the site's address. */
export const sealed = ({ to, subject, text, unsubscribe = "" }: Message): Letter => ({
  to,
  subject,
  sealed: seal(fold({ text, unsubscribe }), process.env.THROUGHCARE_KEY ?? ""),
});

/** Writes a message into the outbox, in the transaction of its command. A worker sends it after the commit, once. */
export const writeMail = ({ post }: Pick<Scene, "post">, message: Message) =>
  post({ notes: [], letters: [sealed(message)] });

/** The copy by mail of a notification: only that there is something to read, and where. */
export const copyOf = (to: string, { title, href }: { title: string; href: string }): Message => ({
  to,
  subject: `Throughcare: ${title}`,
  text: `${title}.\n\nSign in to read it: {origin}${href}\n`,
});
