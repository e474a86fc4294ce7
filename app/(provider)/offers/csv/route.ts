import { exportOffers } from "@/lib/calloff/purchase/queries/list";
import { instrumentWords, offerViews, offerWords } from "@/lib/calloff/purchase/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";

/** A view of offers as a file, to the same readers. */
export async function GET(request: Request) {
  const actor = await requireMember("provider");
  const wanted = new URL(request.url).searchParams.get("view");
  const view = offerViews.find((known) => known === wanted) ?? "waiting";
  const [rows, { places }] = await Promise.all([exportOffers(actor, view), reference()]);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Title", value: ({ title }) => title },
      { header: "Standing", value: ({ state }) => offerWords[state].label },
      { header: "Kind", value: ({ instrument }) => instrumentWords[instrument].label },
      { header: "Buyer", value: ({ buyer }) => buyer.name },
      { header: "Place", value: ({ placeCode }) => places.label(placeCode) },
      { header: "Price without VAT", value: ({ valuePence }) => toPounds(valuePence) },
      { header: "VAT", value: ({ vatPence }) => toPounds(vatPence) },
      { header: "Offered", value: ({ offeredAt }) => offeredAt && dayIso(offeredAt) },
      { header: "Answered", value: ({ answeredAt }) => answeredAt && dayIso(answeredAt) },
    ],
    rows,
  );
  return csvResponse("offers.csv", text);
}
