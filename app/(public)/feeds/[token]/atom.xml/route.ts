import { visitor } from "@/lib/core/actor";
import { environment } from "@/lib/core/process/environment";
import { feedResponse } from "@/lib/search/saved/feed/response";
import { writeAtom } from "@/lib/search/saved/feed/write";

/** Who asks is not asked: the token is the whole right. */
export async function GET(request: Request, { params }: RouteContext<"/feeds/[token]/atom.xml">): Promise<Response> {
  const { token } = await params;
  const written = await writeAtom(visitor, { token, origin: environment().ORIGIN });
  return feedResponse(request, written && { ...written, type: "application/atom+xml" });
}
