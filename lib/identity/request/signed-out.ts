import "server-only";
import { hashToken } from "@/lib/core/crypto";
import { actorOf, findSignedIn } from "../session";

/** Where somebody who is not signed in may send a form. */
const openToAll = /^\/(sign-in|sign-out|demo|join(?!\/organisation)|style|api|unsubscribe)(\/|$)/;

/**
 * What somebody has sent by an ordinary form whose session has ended since they opened it, or who owes a second step
 * again: every name and text, so that it can be handed back and sent once more. Null when they are still here, or when
 * the form is open to all. Files are not handed back: a browser cannot be given one.
 */
export async function typedSignedOut(request: Request, token: string | undefined): Promise<[string, string][] | null> {
  if (request.method !== "POST" || request.headers.has("next-action")) return null;
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return null;
  if (openToAll.test(new URL(request.url).pathname)) return null;
  const who = token ? await findSignedIn(hashToken(token)) : null;
  if (who && actorOf(who).kind !== "visitor") return null;
  const sent = [...(await request.clone().formData())];
  if (!sent.some(([name]) => name.startsWith("$ACTION_"))) return null;
  return sent.flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
}
