import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { listOwnInvitations } from "@/lib/identity/queries";
import { localPath } from "@/lib/identity/rules";
import { actorOf, signedIn } from "@/lib/identity/session";

/** After sign-in: what is still to do, in order, and then where the person was going. */
export async function GET(request: NextRequest) {
  const next = localPath(request.nextUrl.searchParams.get("next"));
  const onwards = new URLSearchParams({ next });
  const who = await signedIn();
  if (!who) redirect("/sign-in");
  if (who.secondStep === "code" || who.secondStep === "enrol") redirect(`/sign-in/second-step?${onwards}`);
  if (who.name === "") redirect(`/account/name?${onwards}`);
  if ((await listOwnInvitations(actorOf(who))).length > 0 && !next.startsWith("/invitations"))
    redirect(`/invitations?${onwards}`);
  redirect(next);
}
