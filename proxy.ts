import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { plainAnswer } from "@/components/ui/frame/plain-answer";
import { signedOutAnswer } from "@/components/ui/frame/signed-out";
import { databaseAnswers } from "@/lib/core/process/awake";
import { environment } from "@/lib/core/process/environment";
import { spend } from "@/lib/core/process/limits";
import { newId } from "@/lib/core/values/id";
import { isSecure, sessionCookie } from "@/lib/identity/request/cookie";
import { unreadableForm } from "@/lib/identity/request/form-check";
import { networkOf } from "@/lib/identity/request/network";
import {
  answerHeaders,
  contentPolicy,
  downloadPolicy,
  isDownload,
  isOneClick,
  isOurs,
  isUnreadable,
  tooLarge,
} from "@/lib/identity/request/request-rules";
import { typedSignedOut } from "@/lib/identity/request/signed-out";

/**
 * Stands before every page. It guards no right (that is the door's business): it refuses what no page of ours can have
 * sent, gives each request its id and its nonce, and each answer its headers. A form sent by somebody who was signed out
 * meanwhile it hands back.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const requestId = newId();
  const nonce = randomBytes(16).toString("base64");
  const secure = isSecure();
  const policy = contentPolicy({ nonce, secure, development: process.env.NODE_ENV === "development" });
  const refused = await refusalOf(request);
  const typed = refused ? null : await typedSignedOut(request, request.cookies.get(sessionCookie())?.value);
  const address = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const answer = refused
    ? plainAnswer({ ...refused, requestId, nonce })
    : typed
      ? signedOutAnswer({ typed, address, requestId, nonce })
      : goOn(request, { requestId, nonce, policy });

  for (const [name, value] of Object.entries(answerHeaders(secure))) answer.headers.set(name, value);
  const files = isDownload(request.nextUrl.pathname) && answer.status === 200;
  answer.headers.set("content-security-policy", files ? downloadPolicy : policy);
  answer.headers.set("x-request-id", requestId);
  if (request.cookies.has(sessionCookie())) answer.headers.set("cache-control", "private, no-store");
  return answer;
}

// An upload is left alone: what comes by here is held in memory whole, and its own route asks the same (upload-gate.ts).
// So is open data: it takes nothing, knows nobody and is no page, and its routes bear the headers themselves.
export const config = {
  matcher: ["/((?!_next/static|_next/image|fonts/|favicon.ico|icon.svg|evidence/upload$|api/v1/).*)"],
};

async function refusalOf(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (isUnreadable(pathname)) return { status: 400 } as const;
  // The database is asked for before anything is counted in it; /health tells of it by itself.
  if (!pathname.startsWith("/health/") && !(await databaseAnswers())) return { status: 503, retryAfter: 10 } as const;
  const { ORIGIN, MODE } = environment();
  const ours = isOurs(request, { origin: ORIGIN, demo: MODE === "demo" }) || isOneClick(request, pathname);
  if (!ours) return { status: 403 } as const;
  const status = tooLarge(request);
  if (status) return { status };
  if (isReading(request)) return null;
  const network = networkOf(request.headers);
  const spent = await spend("write", request.cookies.get(sessionCookie())?.value ?? network);
  const onSignIn = pathname === "/sign-in" || pathname.startsWith("/api/auth/");
  const signIn = spent.ok && onSignIn ? await spend("signInFromNetwork", network) : spent;
  if (!signIn.ok) return { status: 429, retryAfter: signIn.retryAfter } as const;
  const unreadable = await unreadableForm(request);
  return unreadable ? { status: unreadable } : null;
}

function goOn(
  request: NextRequest,
  { requestId, nonce, policy }: { requestId: string; nonce: string; policy: string },
) {
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-asked-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // When an action redirects, Next asks for the next page with the form's own headers; only a form has a kind of body.
  if (isReading(request)) headers.delete("content-type");
  // Next compares a form's Origin with this header. Ours has just been judged, so no other host can be claimed here.
  const from = request.headers.get("origin") ?? "";
  headers.set("x-forwarded-host", new URL(URL.canParse(from) ? from : environment().ORIGIN).host);
  return NextResponse.next({ request: { headers } });
}

const isReading = ({ method }: NextRequest) => ["GET", "HEAD", "OPTIONS"].includes(method);
