import { notFound } from "next/navigation";
import { findSubmitted } from "@/lib/calloff/open/tender/queries/own";
import { canonicalTender } from "@/lib/calloff/open/tender/receipt";
import { requireMember } from "@/lib/identity/session";

/** One's own submitted tender, byte for byte as its receipt's hash was made from it. */
export async function GET(_request: Request, { params }: RouteContext<"/tenders/[id]/json">): Promise<Response> {
  const actor = await requireMember("provider");
  const handed = (await findSubmitted(actor, (await params).id)) ?? notFound();
  return new Response(canonicalTender(handed), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${handed.tender}-${handed.submission}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
