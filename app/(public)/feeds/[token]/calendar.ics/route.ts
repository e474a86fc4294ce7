import { visitor } from "@/lib/core/actor";
import { environment } from "@/lib/core/process/environment";
import { feedResponse } from "@/lib/search/saved/feed/response";
import { writeCalendar } from "@/lib/search/saved/feed/write";

/** Who asks is not asked: the token is the whole right. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/feeds/[token]/calendar.ics">,
): Promise<Response> {
  const { token } = await params;
  const written = await writeCalendar(visitor, { token, origin: environment().ORIGIN });
  return feedResponse(request, written && { ...written, type: "text/calendar" });
}
