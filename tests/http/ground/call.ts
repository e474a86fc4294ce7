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
  const body = new FormData();
  fill(body, fields, "_1_");
  // After the bound arguments: the form's state and the form; an action that reads one argument reads the form.
  const rest = takes - bound.length >= 2 ? [{ values: {} }, "$K1"] : ["$K1"];
  body.append("0", JSON.stringify([...bound, ...rest]));
  // Said to have been forwarded, the action is answered alone: without the page around it, which is asked for elsewhere.
  const headers = { accept: "text/x-component", "next-action": id, "x-action-forwarded": "1", origin: from };
  return send(origin, path, token, { method: "POST", body, headers });
}

/** Presses the same action as a browser without scripts does: an ordinary form, answered with a page or with the way on. */
export async function post(origin: string, { id, path, takes }: BuiltAction, { token, fields, bound = [] }: Press) {
  const body = new FormData();
  const before = [...bound, ...(takes - bound.length >= 2 ? [{ values: {} }] : [])];
  if (before.length > 0) {
    body.append("$ACTION_REF_1", "");
    body.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    body.append("$ACTION_1:1", JSON.stringify(before));
    body.append("$ACTION_KEY", "k1");
  } else body.append(`$ACTION_ID_${id}`, "");
  fill(body, fields, "");
  return send(origin, path, token, { method: "POST", body });
}

/** Asks for a page or a route. */
export const get = (origin: string, path: string, token: string | null, method = "GET") =>
  send(origin, path, token, { method });

/** Sends a body as it is, which may be no form. */
export const raw = (origin: string, path: string, request: { body: string; headers: Record<string, string> }) =>
  send(origin, path, null, { method: "POST", ...request });

async function send(
  origin: string,
  path: string,
  token: string | null,
  { headers, ...request }: { method: string; body?: FormData | string; headers?: Record<string, string> },
): Promise<Answer> {
  const sent = new Headers({ origin, ...headers });
  if (token !== null) sent.set("cookie", `throughcare-session=${token}`);
  const response = await fetch(`${origin}${path}`, { ...request, redirect: "manual", headers: sent });
  const text = await response.text();
  const { status } = response;
  const to =
    response.headers.get("x-action-redirect")?.replace(/;(push|replace)$/, "") ?? response.headers.get("location");
  const type = response.headers.get("content-type") ?? "";
  return { outcome: outcomeOf(status, to, request.body ? text : ""), status, to, text, type, path };
}

function fill(body: FormData, fields: Fields, before: string) {
  for (const [name, value] of Object.entries(fields))
    for (const entry of [value].flat()) body.append(`${before}${name}`, entry);
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
