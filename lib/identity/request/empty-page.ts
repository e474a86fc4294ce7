import type { ServerResponse } from "node:http";

/** HTML for whoever has no script, by the status of the answer, and with the request's id and nonce. */
export type WithoutScript = (about: { status: number; requestId: string; nonce: string }) => string;

const empty = '<html id="__next_error__">';
const named = '<html id="__next_error__" lang="en-GB">';
const body = "<body>";

/**
 * A page that ends early, because what it is about is not there or because of a fault, is sent by Next as an empty document
 * that a script fills. This puts words into that document for whoever has none. It waits for the header that names the kind
 * of answer, because by then whatever packs the answer stands below, and what is written here is written plainly.
 */
export function fillWhenEmpty(response: ServerResponse, words: WithoutScript) {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    if (name.toLowerCase() === "content-type") {
      response.setHeader = setHeader;
      if (String(value).startsWith("text/html") && response.statusCode >= 400) rewrite(response, words);
    }
    return setHeader.call(response, name, value);
  };
}

function rewrite(response: ServerResponse, words: WithoutScript) {
  const { write, end } = response;
  let looking: "for the document" | "for its body" | null = "for the document";
  const filled = (chunk: unknown) => {
    if (!looking || !(typeof chunk === "string" || chunk instanceof Uint8Array)) return chunk;
    let text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (looking === "for the document" && !text.includes(empty)) {
      looking = null;
      return chunk;
    }
    looking = text.includes(body) ? null : "for its body";
    text = text.replace(empty, named);
    return looking ? text : text.replace(body, () => `${body}${words(about(response))}`);
  };
  Object.assign(response, {
    write: (chunk: unknown, ...rest: unknown[]) => Reflect.apply(write, response, [filled(chunk), ...rest]),
    end: (chunk?: unknown, ...rest: unknown[]) => Reflect.apply(end, response, [filled(chunk), ...rest]),
  });
}

const about = (response: ServerResponse) => ({
  status: response.statusCode,
  requestId: String(response.getHeader("x-request-id") ?? ""),
  nonce: /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy") ?? ""))?.[1] ?? "",
});
