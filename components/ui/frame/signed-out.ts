import { signedOut } from "./faults";
import { page } from "./plain-answer";

type Kept = { typed: readonly [string, string][]; address: string; requestId: string; nonce: string };

/**
 * A form handed back to somebody who was signed out while they typed. What was typed stands in it, unseen, and is sent to
 * the same address at the next press; signing in happens in another tab, so that this one stays.
 */
export function signedOutAnswer({ typed, address, requestId, nonce }: Kept): Response {
  const { title, happened, toDo, signIn, again } = signedOut;
  const fields = typed.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const body = `<p>${happened}</p>
<p><a href="/sign-in" target="_blank" rel="noopener">${signIn}</a></p><p>${toDo}</p>
<form method="post" action="${escaped(address)}" enctype="multipart/form-data">${fields.join("")}<button>${again}</button></form>`;
  return page({ status: 401, title, body, requestId, nonce });
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
