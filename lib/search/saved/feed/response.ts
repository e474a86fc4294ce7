import { sha256 } from "@/lib/core/values/canonical";

type Sent = { text: string; changed: Date; type: string };

/**
 * A feed as an answer to a request: by its ETag, or else by its date, a reader that has it already is told so (304). It is
 * for one reader (private), and no search engine is to keep it.
 */
export function feedResponse(request: Request, sent: Sent | null): Response {
  if (!sent) return new Response("We could not find that.", { status: 404, headers: { "x-robots-tag": "noindex" } });
  const etag = `"${sha256(sent.text).slice(0, 32)}"`;
  const headers = {
    etag,
    "last-modified": sent.changed.toUTCString(),
    "cache-control": "private, max-age=900",
    "x-robots-tag": "noindex",
  };
  if (hasIt(request.headers, etag, sent.changed)) return new Response(null, { status: 304, headers });
  return new Response(sent.text, { headers: { ...headers, "content-type": `${sent.type}; charset=utf-8` } });
}

/** RFC 9110, 13.2.2: where the reader names what it has, its date is not asked. Dates are of whole seconds. */
function hasIt(headers: Headers, etag: string, changed: Date): boolean {
  const named = headers.get("if-none-match");
  if (named !== null) return named.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Number.isFinite(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
