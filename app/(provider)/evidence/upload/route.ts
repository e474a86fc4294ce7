import { randomBytes } from "node:crypto";
import { redirect } from "next/navigation";
import { plainAnswer } from "@/components/ui/frame/plain-answer";
import type { Refusal } from "@/lib/core/door/result";
import { log } from "@/lib/core/process/log";
import { values } from "@/lib/core/values/form";
import { isId, newId } from "@/lib/core/values/id";
import { isSecure } from "@/lib/identity/request/cookie";
import { answerHeaders, contentPolicy } from "@/lib/identity/request/request-rules";
import { turnedAway } from "@/lib/identity/request/upload-gate";
import { currentActor, requireMember } from "@/lib/identity/session";
import { mayKeep } from "@/lib/register/evidence/policy";
import { StorageAway, StorageFull } from "@/lib/register/evidence/storage/full";
import { incomingFolder } from "@/lib/register/evidence/storage/storage";
import { receive } from "@/lib/register/evidence/upload/receive";
import { takeIn } from "@/lib/register/evidence/upload/take-in";
import { fileProblems } from "@/lib/register/evidence/words";
import { bringBack } from "../came-back";

/** Whoever opens the address that the form goes to is shown the form. */
export async function GET(): Promise<never> {
  const actor = await requireMember("provider");
  return redirect(mayKeep(actor, actor) ? "/evidence/new" : "/evidence");
}

/** Takes a form with one file, streamed to the disk. It is answered with a redirect: to what was added, or back to the form. */
export async function POST(request: Request): Promise<Response> {
  const requestId = newId();
  const refused = await turnedAway(request);
  if (refused) return plain({ ...refused, requestId });
  const actor = await currentActor();
  if (actor.kind === "visitor" || actor.kind === "system") return to("/sign-in?next=%2Fevidence%2Fnew", requestId);
  if (actor.kind !== "provider" || !mayKeep(actor, actor)) return plain({ status: 404, requestId });

  try {
    const sent = {
      body: request.body,
      contentType: request.headers.get("content-type") ?? "",
      length: Number(request.headers.get("content-length") ?? 0),
    };
    const received = await receive(sent, incomingFolder());
    if (!received.ok) return plain({ status: 400, requestId });
    const result = await takeIn(actor, received);
    const went = wentFrom(received.fields);
    if (!result.ok) return back(result.refusal, received.fields, requestId);
    return to(
      went.condition
        ? `/apply/conditions/${went.condition}?with=${result.value.id}`
        : `/evidence/${result.value.id}?added=yes`,
      requestId,
    );
  } catch (error) {
    const fault = error instanceof Error ? error.name : "unknown";
    log.error({ requestId, fault }, "A file could not be taken in");
    if (error instanceof StorageFull) return plain({ status: 507, requestId });
    return plain({ status: error instanceof StorageAway ? 503 : 500, requestId });
  }
}

function back(refusal: Refusal, fields: FormData, requestId: string) {
  if (refusal.kind === "missing" || refusal.kind === "forbidden") return plain({ status: 404, requestId });
  const shown: Refusal =
    refusal.kind === "conflict"
      ? { kind: "invalid", message: refusal.message, fields: { file: [fileProblems.broken] } }
      : refusal;
  const { id, cookie } = bringBack(shown, values(fields));
  const { condition, renews } = wentFrom(fields);
  const query = new URLSearchParams({ back: id, ...(condition && { for: condition }), ...(renews && { renews }) });
  return to(`/evidence/new?${query}`, requestId, cookie);
}

/** Where the form was opened from: the condition that it is for, or the file that it renews. */
function wentFrom(fields: FormData) {
  const condition = String(fields.get("for") ?? "");
  const renews = fields.get("renews");
  return { condition: /^\d{1,3}$/.test(condition) ? condition : null, renews: isId(renews) ? renews : null };
}

function to(location: string, requestId: string, cookie?: string): Response {
  const headers = new Headers({ ...answerHeaders(isSecure()), location, "x-request-id": requestId });
  headers.set("cache-control", "private, no-store");
  if (cookie) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

function plain(what: Omit<Parameters<typeof plainAnswer>[0], "nonce">): Response {
  const nonce = randomBytes(16).toString("base64");
  const secure = isSecure();
  const answer = plainAnswer({ ...what, nonce });
  for (const [name, value] of Object.entries(answerHeaders(secure))) answer.headers.set(name, value);
  const development = process.env.NODE_ENV === "development";
  answer.headers.set("content-security-policy", contentPolicy({ nonce, secure, development }));
  answer.headers.set("x-request-id", what.requestId);
  return answer;
}
