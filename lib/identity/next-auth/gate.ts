import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { environment } from "@/lib/core/process/environment";
import { cookieOptions, isSecure } from "../request/cookie";
import { localPath } from "../rules";
import { authOptions } from "./options";

/**
 * The doors of next-auth that we use, and no other. A link is used up by a press (POST, from our own page, as `proxy.ts`
 * has seen to), never by following it: mail scanners follow links, and a link from another site must sign nobody in.
 */
export async function pass(request: NextRequest, steps: string[]): Promise<Response> {
  switch (`${request.method} ${steps.join("/")}`) {
    case "POST callback/email":
      return spend(request, steps);
    case "POST signin/openid":
      return leave(request, steps);
    case "GET callback/openid":
      return ask(request, steps);
    default:
      return new Response("There is nothing here.\n", { status: 404, headers: { "content-type": "text/plain" } });
  }
}

async function spend(request: NextRequest, steps: string[]) {
  const { token, next } = await typed(request);
  const query = new URLSearchParams({ token: token ?? "-", callbackUrl: doneAt(next) });
  return ask(new NextRequest(`${address(steps)}?${query}`, { headers: headersOf(request) }), steps);
}

async function leave(request: NextRequest, steps: string[]) {
  const { next } = await typed(request);
  const body = new URLSearchParams({ csrfToken: await ownCsrfToken(), callbackUrl: doneAt(next) });
  const answer = await ask(
    new NextRequest(address(steps), { method: "POST", headers: headersOf(request), body }),
    steps,
  );
  return onwards(answer);
}

/**
 * Sends the browser to the identity provider by a page instead of a redirect: our policy lets a form lead to our own
 * site alone (`form-action 'self'`), and browsers hold what a form redirects to against it.
 */
function onwards(answer: Response): Response {
  const location = answer.headers.get("location") ?? "/sign-in?error=OAuthSignin";
  const href = location.replace(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const { headers } = answer;
  headers.delete("location");
  headers.set("content-type", "text/html; charset=utf-8");
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Signing in – Throughcare</title>
<meta http-equiv="refresh" content="0;url=${href}"><p><a href="${href}">Continue to sign in</a></p></html>`;
  return new Response(html, { headers });
}

async function ask(request: NextRequest, steps: string[]): Promise<Response> {
  const answer: Response = await NextAuth(request, { params: Promise.resolve({ nextauth: steps }) }, authOptions());
  const location = answer.headers.get("location");
  if (location) answer.headers.set("location", local(location));
  return answer;
}

/** Our own addresses become paths, so that they hold under whatever name the browser came by; next-auth's error page becomes ours. */
function local(location: string): string {
  const { ORIGIN } = environment();
  const url = new URL(location, ORIGIN);
  if (url.origin !== ORIGIN) return location;
  if (!url.pathname.startsWith("/api/auth/")) return `${url.pathname}${url.search}`;
  return `/sign-in?${new URLSearchParams({ error: url.searchParams.get("error") ?? "Callback" })}`;
}

/** `proxy.ts` has already held the press to our own origin; next-auth also wants its own token, so we bring it one. */
async function ownCsrfToken(): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${environment().NEXTAUTH_SECRET}`).digest("hex");
  const name = isSecure() ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  (await cookies()).set(name, `${token}|${proof}`, cookieOptions());
  return token;
}

async function typed(request: NextRequest): Promise<{ token: string | undefined; next: string | undefined }> {
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => {
    const entry = form.get(name);
    return typeof entry === "string" && entry !== "" ? entry.slice(0, 2000) : undefined;
  };
  return { token: text("token"), next: text("next") };
}

const doneAt = (next: string | undefined) => `/sign-in/done?${new URLSearchParams({ next: localPath(next) })}`;
const address = (steps: string[]) => `${environment().ORIGIN}/api/auth/${steps.join("/")}`;

/** What next-auth reads of the request; the length and kind of the old body are not those of the new. */
function headersOf(request: NextRequest): Headers {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  return headers;
}
