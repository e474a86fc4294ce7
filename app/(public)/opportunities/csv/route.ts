import { exportOpportunities } from "@/lib/calloff/open/opportunity/queries/list";
import { OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords, stateWords } from "@/lib/calloff/record/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { asDay } from "@/lib/core/values/moment";
import { toPounds } from "@/lib/core/values/money";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";

/** The opportunities as a file, with the same filters as the page. */
export async function GET(request: Request): Promise<Response> {
  const filter = OpportunityFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [rows, { categories, places }] = await Promise.all([
    exportOpportunities(await currentActor(), filter),
    reference(),
  ]);
  const text = csv(
    [
      { header: "Reference", value: (row) => row.reference },
      { header: "Title", value: (row) => row.title },
      { header: "Authority", value: (row) => row.organisation.name },
      { header: "Standing", value: (row) => stateWords[row.state].label },
      { header: "Kind", value: (row) => instrumentWords[row.instrument].label },
      { header: "Route", value: (row) => row.route && routeWords[row.route].label },
      {
        header: "Categories",
        value: (row) => [...new Set(row.lots.map((lot) => categories.name(lot.categoryCode)))].join("; "),
      },
      {
        header: "Places",
        value: (row) =>
          [...new Set(row.lots.flatMap((lot) => lot.placeCodes))].map((code) => places.label(code)).join("; "),
      },
      { header: "Lots", value: (row) => row.lots.length },
      { header: "Value with VAT and extensions", value: (row) => toPounds(row.estimatePence) },
      { header: "Starts", value: (row) => asDay(row.startsOn) },
      { header: "Ends", value: (row) => asDay(row.endsOn) },
      { header: "Published", value: (row) => row.publishedAt },
      { header: "Questions until", value: (row) => row.clarifyUntil },
      { header: "Tenders until", value: (row) => row.closesAt },
    ],
    rows,
  );
  return csvResponse("opportunities.csv", text);
}
