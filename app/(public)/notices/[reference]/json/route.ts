import { currentActor } from "@/lib/identity/session";
import { changedIn, findNotice, membersAt } from "@/lib/register/notice/queries";
import { toJson } from "@/lib/register/notice/rules";

/** A notice for machines: its facts, what changed, and everybody who was a member as at that notice. */
export async function GET(_request: Request, { params }: RouteContext<"/notices/[reference]/json">): Promise<Response> {
  const [{ reference }, actor] = await Promise.all([params, currentActor()]);
  const notice = await findNotice(actor, reference);
  if (!notice) return new Response("We could not find that.", { status: 404 });
  const [changed, members] = await Promise.all([changedIn(actor, reference), membersAt(actor, notice)]);
  return Response.json(toJson(notice, changed, members.rows), {
    headers: { "content-disposition": `inline; filename="${reference}.json"` },
  });
}
