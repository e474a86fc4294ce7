import "server-only";
import { databaseAnswers } from "@/lib/core/process/awake";
import { environment } from "@/lib/core/process/environment";
import { spend } from "@/lib/core/process/limits";
import { sessionCookie } from "./cookie";
import { networkOf } from "./network";
import { isOurs, tooLarge } from "./request-rules";

/** Above this a body is not even read past: nobody sends it by mistake. What a file may weigh is the room's own rule. */
const mostOfUpload = 40 * 1024 * 1024;

export type TurnedAway = { status: 403 | 411 | 413 | 429 | 503; retryAfter?: number };

/**
 * What `proxy.ts` asks of every form, asked of an upload by its own route, because a body that passes a proxy is held in
 * memory whole: that the database answers, that it comes from our own pages, that its size is bounded, and not too often.
 */
export async function turnedAway({ method, headers }: Request): Promise<TurnedAway | null> {
  if (!(await databaseAnswers())) return { status: 503, retryAfter: 10 };
  const { ORIGIN, MODE } = environment();
  if (!isOurs({ method, headers }, { origin: ORIGIN, demo: MODE === "demo" })) return { status: 403 };
  const status = tooLarge({ method, headers }, mostOfUpload);
  if (status) return { status };
  const token = cookieIn(headers.get("cookie") ?? "", sessionCookie());
  const spent = await spend("write", token ?? networkOf(headers));
  return spent.ok ? null : { status: 429, retryAfter: spent.retryAfter };
}

const cookieIn = (cookies: string, name: string): string | null =>
  cookies
    .split("; ")
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null;
