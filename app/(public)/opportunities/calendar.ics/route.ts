import { writeCalendar } from "@/lib/calloff/open/opportunity/feed";
import { OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { visitor } from "@/lib/core/actor";
import { environment } from "@/lib/core/process/environment";
import { feedResponse } from "@/lib/search/saved/feed/response";

/** When questions end and tenders close, with the filters of the page. The same for everybody, so that no invitation is in it. */
export async function GET(request: Request): Promise<Response> {
  const filter = OpportunityFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const written = await writeCalendar(visitor, { filter: { ...filter, fits: "" }, origin: environment().ORIGIN });
  return feedResponse(request, { ...written, type: "text/calendar" });
}
