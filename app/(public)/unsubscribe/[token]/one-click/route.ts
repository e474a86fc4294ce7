import { redirect } from "next/navigation";
import { visitor } from "@/lib/core/actor";
import { stopAlerts } from "@/lib/search/saved/commands/by-token";
import { findByStopToken } from "@/lib/search/saved/queries";

type Context = RouteContext<"/unsubscribe/[token]/one-click">;

/** A mail program without one-click unsubscribing opens this address: it is sent to the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (!(await findByStopToken(visitor, token))) return unknown();
  redirect(`/unsubscribe/${token}`);
}

/** One-click unsubscribing (RFC 8058), sent by a mail provider. Whoever sends it, the token is the whole right. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (!(await findByStopToken(visitor, token))) return unknown();
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return new Response("This is not one-click.", { status: 400 });
  const { ok } = await stopAlerts(visitor, { token });
  return ok ? new Response("You will get no more of these e-mails.") : unknown();
}

const unknown = () => new Response("We could not find that.", { status: 404 });
