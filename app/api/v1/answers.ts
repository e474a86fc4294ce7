import { databaseAnswers } from "@/lib/core/process/awake";
import { spendReading } from "@/lib/core/process/limits";
import { newId } from "@/lib/core/values/id";
import { isSecure } from "@/lib/identity/request/cookie";
import { networkOf } from "@/lib/identity/request/network";
import { answerHeaders } from "@/lib/identity/request/request-rules";
import type { Problem } from "@/lib/search/open/answer";
import type { Opened } from "@/lib/search/open/queries";
import { problemWords } from "@/lib/search/open/words";

type Said = { title: string; detail: string };

/** Counts the request, makes the answer, and says in the form of a problem why there is none. Nobody is looked up. */
export async function answering<T>(
  request: Request,
  make: (holds: ((tag: string) => boolean) | null) => Promise<Opened<T> | null>,
): Promise<Response> {
  const spent = await spendReading(networkOf(request.headers));
  if (!spent.ok) return problem(429, problemWords.often, { "retry-after": String(spent.retryAfter) });
  try {
    const opened = await make(heldBy(request.headers.get("if-none-match")));
    if (!opened) return problem(404, problemWords.missing);
    if (opened.kind === "faults") return problem(400, problemWords.unread, {}, opened.faults);
    if (opened.kind === "same") return new Response(null, { status: 304, headers: headers({ etag: opened.tag }) });
    return new Response(JSON.stringify(opened.body), { headers: headers({ ...json, etag: opened.tag }) });
  } catch (error) {
    // A fault is told to the operator by what stands around this; a database that is away is none.
    if (await databaseAnswers()) throw error;
    return problem(503, problemWords.down, { "retry-after": "10" });
  }
}

/** What a browser of another site asks before it sends a header of its own. */
export const preflight = () =>
  new Response(null, {
    status: 204,
    headers: headers({ allow: methods, "access-control-allow-methods": methods, "access-control-max-age": "86400" }),
  });

/** Headers of open data: any site may read them, and a cache may keep them for a moment and must ask again after it. */
export const headers = (more: Record<string, string>): Record<string, string> => ({
  ...answerHeaders(isSecure()),
  "cross-origin-resource-policy": "cross-origin",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "if-none-match",
  "access-control-expose-headers": "etag, retry-after, x-request-id",
  "cache-control": "public, max-age=5, must-revalidate",
  "x-request-id": newId(),
  ...more,
});

export const json = { "content-type": "application/json; charset=utf-8" };
const methods = "GET, HEAD, OPTIONS";

function problem(
  status: number,
  { title, detail }: Said,
  more: Record<string, string> = {},
  errors?: Problem["errors"],
): Response {
  const body: Problem = { type: "about:blank", title, status, detail, ...(errors && { errors }) };
  const told = { "content-type": "application/problem+json", "cache-control": "no-store", ...more };
  return new Response(JSON.stringify(body), { status, headers: headers(told) });
}

/** Whether a request says that it has the answer of a tag. Compared weakly, as the header demands. */
function heldBy(header: string | null): ((tag: string) => boolean) | null {
  if (header === null) return null;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  const held = new Set(header.split(",").map(plain));
  return (tag) => held.has("*") || held.has(plain(tag));
}
