import { faults } from "./faults";

type Plain = { status: keyof typeof faults | 411; requestId: string; nonce: string; retryAfter?: number };

type Page = { status: number; title: string; body: string; requestId: string; nonce: string; retryAfter?: number };

/** A whole page of plain HTML for a request that goes no further than the proxy: nothing is read, nothing is changed. */
export function plainAnswer({ status, requestId, nonce, retryAfter }: Plain): Response {
  const { title } = faults[status === 411 ? 413 : status];
  return page({
    status,
    title,
    body: bodyOf(status),
    requestId,
    nonce,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/**
 * What stands in a document that only a script would fill, for whoever has none: the same words for whatever went wrong.
 * A status that we have no words for is said as a fault of ours.
 */
export function withoutScript({ status, requestId, nonce }: { status: number; requestId: string; nonce: string }) {
  const known = status === 404 ? 404 : 500;
  return `<noscript>${styled(nonce)}${main(faults[known].title, bodyOf(known), requestId)}</noscript>`;
}

function bodyOf(status: Plain["status"]) {
  const { happened, toDo } = faults[status === 411 ? 413 : status];
  return `<p>${happened}</p><p>${toDo}</p>
<p><a href="/">Go to the home page</a></p>`;
}

const styled = (nonce: string) => `<style nonce="${nonce}">
body{font:1.125rem/1.55 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1.25rem;color:#14213d;background:#fcfbf8}
a{color:#0b5d4b}button{font:inherit;padding:.5rem 1.25rem}@media(prefers-color-scheme:dark){body{color:#e9e6df;background:#12161f}a{color:#7fd1bb}}
</style>`;

const main = (title: string, body: string, requestId: string) => `<main><h1>${title}</h1>${body}
<p><small>Reference: ${requestId}</small></p></main>`;

/** Such a page around its words; `body` is HTML already. */
export function page({ status, title, body, requestId, nonce, retryAfter }: Page): Response {
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Throughcare</title>${styled(nonce)}</head><body>${main(title, body, requestId)}</body></html>
`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    },
  });
}
