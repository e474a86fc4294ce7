import "server-only";
import { createTransport } from "nodemailer";
import { environment } from "../process/environment";
import { listHeaders } from "./folded";
import { putInMailbox } from "./mailbox";

export type Letter = { id: string; to: string; subject: string; text: string; unsubscribe?: string };

/** Carries one letter away: by SMTP where a server is named, else into the demo's mailbox. Throws when it cannot. */
export async function carry(letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM, MODE, ORIGIN } = environment();
  const text = letter.text.replaceAll("{origin}", ORIGIN);
  const headers = listHeaders(letter.unsubscribe ?? "", ORIGIN);
  if (SMTP_URL) return bySmtp(SMTP_URL, { ...letter, text, from: MAIL_FROM ?? "", headers });
  if (MODE === "demo") return putInMailbox({ ...letter, text });
  throw new Error("No mail server is named");
}

let open: { url: string; transport: ReturnType<typeof createTransport> } | undefined;

type Sent = Letter & { from: string; headers: ReturnType<typeof listHeaders> };

async function bySmtp(url: string, { id, to, from, subject, text, headers }: Sent) {
  if (open?.url !== url) {
    const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    open = { url, transport: createTransport(url, waits) };
  }
  const host = from.split("@")[1]?.replace(/[^\w.-]/g, "") || "throughcare";
  // The same name at each try, so that a server which took it and was not heard saying so can tell that it has it.
  await open.transport.sendMail({ messageId: `<${id}@${host}>`, from, to, subject, text, headers });
}
