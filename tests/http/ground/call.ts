import { randomBytes } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request as open } from "node:http";
import type { BuiltAction } from "./manifest";

export type Fields = Record<string, string | readonly string[]>;
/** What came back, in one word; `denied` and `signIn` are the two ways to be turned away. */
export type Outcome = "done" | "denied" | "signIn" | "invalid" | "conflict" | "fault" | `status ${number}`;
export type Answer = {
  outcome: Outcome;
  status: number;
  to: string | null;
  text: string;
  /** The kind of what came back, and where it was asked for. */
  type: string;
  path: string;
};
/** `from` is the site whose page was pressed on: our own, unless said otherwise. */
export type Press = { token: string | null; fields: Fields; bound?: readonly unknown[]; from?: string };

/** Presses a server action as a browser with scripts does: the action is named in a header, its page is not asked for. */
export async function press(
  origin: string,
  { id, path, takes }: BuiltAction,
  { token, fields, bound = [], from = origin }: Press,
) {
  const body: Part[] = partsOf(fields, "_1_");
  // After the bound arguments: the form's state and the form; an action that reads one argument reads the form.
  const rest = takes - bound.length >= 2 ? [{ values: {} }, "$K1"] : ["$K1"];
  body.push(["0", JSON.stringify([...bound, ...rest])]);
  // Said to have been forwarded, the action is answered alone: without the page around it, which is asked for elsewhere.
  const headers = { accept: "text/x-component", "next-action": id, "x-action-forwarded": "1", origin: from };
  return send(origin, path, token, { method: "POST", body, headers });
}

/** Presses the same action as a browser without scripts does: an ordinary form, answered with a page or with the way on. */
export async function post(origin: string, { id, path, takes }: BuiltAction, { token, fields, bound = [] }: Press) {
  const body: Part[] = [];
  const before = [...bound, ...(takes - bound.length >= 2 ? [{ values: {} }] : [])];
  if (before.length > 0) {
    body.push(["$ACTION_REF_1", ""], ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })]);
    body.push(["$ACTION_1:1", JSON.stringify(before)], ["$ACTION_KEY", "k1"]);
  } else body.push([`$ACTION_ID_${id}`, ""]);
  body.push(...partsOf(fields, ""));
  return send(origin, path, token, { method: "POST", body });
}

/** Asks for a page or a route. */
export const get = (origin: string, path: string, token: string | null, method = "GET") =>
  send(origin, path, token, { method });

/** Sends a body as it is, which may be no form. */
export const raw = (origin: string, path: string, request: { body: string; headers: Record<string, string> }) =>
  send(origin, path, null, { method: "POST", ...request });

/** Connections are kept, nothing is packed: thirty thousand requests in a run are then half as dear as with fetch. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

async function send(
  origin: string,
  path: string,
  token: string | null,
  { method, body, headers }: { method: string; body?: Part[] | string; headers?: Record<string, string> },
): Promise<Answer> {
  const sent: Record<string, string> = { origin, ...headers };
  if (token !== null) sent.cookie = `throughcare-session=${token}`;
  const form = Array.isArray(body) ? written(body) : { bytes: Buffer.from(body ?? ""), type: undefined };
  if (form.type) sent["content-type"] = form.type;
  if (body !== undefined) sent["content-length"] = String(form.bytes.length);
  const { status, head, text } = await answerOf(new URL(`${origin}${path}`), method, sent, form.bytes);
  const to = first(head["x-action-redirect"])?.replace(/;(push|replace)$/, "") ?? head.location ?? null;
  const type = head["content-type"] ?? "";
  return { outcome: outcomeOf(status, to, body === undefined ? "" : text), status, to, text, type, path };
}

function answerOf(url: URL, method: string, headers: Record<string, string>, body: Buffer) {
  return new Promise<{ status: number; head: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const asked = open(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          head: response.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** A field of a form, as it is sent. */
type Part = [name: string, value: string];

const partsOf = (fields: Fields, before: string): Part[] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): Part => [`${before}${name}`, one]));

/** A form as a browser writes it: multipart, line ends as CRLF, and what would end a name written out (HTML Standard, multipart/form-data encoding). */
function written(parts: readonly Part[]): { bytes: Buffer; type: string } {
  const boundary = `throughcare-${randomBytes(12).toString("hex")}`;
  const lines = (text: string) => text.replace(/\r\n|\r|\n/g, "\r\n");
  const name = (text: string) => lines(text).replaceAll("\r\n", "%0D%0A").replaceAll('"', "%22");
  const all = parts.map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name(field)}"\r\n\r\n${lines(value)}\r\n`,
  );
  return {
    bytes: Buffer.from(`${all.join("")}--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function outcomeOf(status: number, to: string | null, text: string): Outcome {
  if (status >= 500) return "fault";
  if (status === 404) return "denied";
  if (to !== null) return /^(https?:\/\/[^/]+)?\/sign-in(\/second-step)?\?next=/.test(to) ? "signIn" : "done";
  if (status !== 200) return `status ${status}`;
  const refused = /"refusal":\{"kind":"(\w+)"/.exec(text)?.[1];
  if (refused === "forbidden" || refused === "missing") return "denied";
  return refused === "invalid" || refused === "conflict" ? refused : "done";
}
