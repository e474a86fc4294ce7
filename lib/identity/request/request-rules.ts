const changes = (method: string) => !["GET", "HEAD", "OPTIONS"].includes(method);
/** What forms may weigh. Files go by their own routes, which name their own limit. */
const mostBytes = 1024 * 1024;

type Judged = { method: string; headers: Headers };
type Site = { origin: string; demo: boolean };

/**
 * Whether a request that changes something may go on: only from our own pages. That is our configured Origin, or no
 * Origin and a browser that says "same-origin". What a proxy says of the host (X-Forwarded-Host) is not asked. In a demo
 * the machine's own names are as good as each other, where the address asked and the Origin agree.
 */
export function isOurs({ method, headers }: Judged, { origin, demo }: Site): boolean {
  if (!changes(method)) return true;
  const from = headers.get("origin");
  if (from === null) return headers.get("sec-fetch-site") === "same-origin";
  if (from === origin) return true;
  return demo && isLoopback(from) && new URL(from).host === headers.get("host");
}

const oneClick = /^\/unsubscribe\/[\w-]{64}\/one-click$/;

/**
 * Whether this is the one press that may come from no page of ours: a mail provider that unsubscribes its reader (RFC 8058).
 * It is a program, so it names no Origin; a browser always does when another site's page posts, and is refused as ever. Its
 * route asks no cookie and runs no action: the token in the address is the whole right, whoever sends it.
 */
export const isOneClick = ({ method, headers }: Judged, pathname: string): boolean =>
  method === "POST" &&
  oneClick.test(pathname) &&
  ["origin", "sec-fetch-site", "next-action"].every((name) => !headers.has(name));

/** Whether an address is one that none of ours can be: not UTF-8 once its percent signs are read, or with a control character in it. */
export function isUnreadable(pathname: string): boolean {
  try {
    return /\p{Cc}/u.test(decodeURIComponent(pathname));
  } catch {
    return true;
  }
}

/** Why a body cannot be taken: larger than `most` bytes (413), or of a length that is not said (411). Null when it can. */
export function tooLarge({ method, headers }: Judged, most = mostBytes): 411 | 413 | null {
  if (!changes(method)) return null;
  const said = headers.get("content-length");
  if (said === null) return headers.has("transfer-encoding") ? 411 : null;
  return /^\d{1,15}$/.test(said) && Number(said) <= most ? null : 413;
}

/** The strict policy: our own scripts by this request's nonce, nothing from elsewhere, no frames. `next dev` needs a little more. */
export function contentPolicy({
  nonce,
  secure,
  development,
}: {
  nonce: string;
  secure: boolean;
  development: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** For a file that somebody added: whatever it is, nothing in it runs, loads or is drawn as a page of ours. */
export const downloadPolicy = "default-src 'none'; sandbox";
export const isDownload = (pathname: string): boolean => /^\/evidence\/[^/]+\/file\/?$/.test(pathname);

/** The headers that every answer bears. */
export const answerHeaders = (secure: boolean): Record<string, string> => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  ...(secure && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});

function isLoopback(origin: string): boolean {
  const host = URL.canParse(origin) ? new URL(origin).hostname : "";
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
