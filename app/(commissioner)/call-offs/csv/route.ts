import { instrumentWords } from "@/lib/calloff/purchase/words";
import { exportCallOffs } from "@/lib/calloff/record/queries/list";
import { callOffViews } from "@/lib/calloff/record/view-words";
import { routeWords, stateWords } from "@/lib/calloff/record/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { asDay } from "@/lib/core/values/moment";
import { toPounds } from "@/lib/core/values/money";
import { asked, requireBuyer } from "../../purchases/reader";

/** A view of call-offs as a file, to the same readers. */
export async function GET(request: Request) {
  const actor = await requireBuyer();
  const { searchParams } = new URL(request.url);
  const wanted = asked(searchParams.get("view") ?? undefined);
  const view = callOffViews.find((known) => known === wanted) ?? "all";
  const rows = await exportCallOffs(actor, { view, words: asked(searchParams.get("q") ?? undefined).slice(0, 100) });
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Title", value: ({ title }) => title },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
      { header: "Kind", value: ({ instrument }) => instrumentWords[instrument].label },
      { header: "Route", value: ({ route }) => route && routeWords[route].label },
      { header: "Led by", value: ({ organisation }) => organisation.name },
      { header: "Lots", value: ({ _count }) => _count.lots },
      { header: "Funders", value: ({ _count }) => _count.funders },
      { header: "Estimate with VAT and extensions", value: ({ estimatePence }) => toPounds(estimatePence) },
      { header: "Starts", value: ({ startsOn }) => asDay(startsOn) },
      { header: "Ends", value: ({ endsOn }) => asDay(endsOn) },
      { header: "Begun", value: ({ createdAt }) => dayIso(createdAt) },
      { header: "Published", value: ({ publishedAt }) => publishedAt && dayIso(publishedAt) },
      { header: "Closes", value: ({ closesAt }) => closesAt?.toISOString() },
      { header: "Concluded", value: ({ concludedAt }) => concludedAt && dayIso(concludedAt) },
      { header: "Ended", value: ({ endedAt }) => endedAt && dayIso(endedAt) },
    ],
    rows,
  );
  return csvResponse("call-offs.csv", text);
}
