import { exportPurchases } from "@/lib/calloff/purchase/queries/list";
import { instrumentWords, purchaseViews, stateWords } from "@/lib/calloff/purchase/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { reference } from "@/lib/reference/queries";
import { asked, requireBuyer } from "../reader";

/** A view of purchases as a file, to the same readers. */
export async function GET(request: Request) {
  const actor = await requireBuyer();
  const wanted = asked(new URL(request.url).searchParams.get("view") ?? undefined);
  const view = purchaseViews.find((known) => known === wanted) ?? "all";
  const [rows, { places }] = await Promise.all([exportPurchases(actor, view), reference()]);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Title", value: ({ title }) => title },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
      { header: "Kind", value: ({ instrument }) => instrumentWords[instrument].label },
      { header: "Buyer", value: ({ buyer }) => buyer.name },
      { header: "Supplier", value: ({ supplier }) => supplier.name },
      { header: "Place", value: ({ placeCode }) => places.label(placeCode) },
      { header: "Year", value: ({ year }) => year },
      { header: "Price without VAT", value: ({ valuePence }) => toPounds(valuePence) },
      { header: "VAT", value: ({ vatPence }) => toPounds(vatPence) },
      { header: "Started", value: ({ createdAt }) => dayIso(createdAt) },
      { header: "Proposed", value: ({ proposedAt }) => proposedAt && dayIso(proposedAt) },
      { header: "Offered", value: ({ offeredAt }) => offeredAt && dayIso(offeredAt) },
      { header: "Answered", value: ({ answeredAt }) => answeredAt && dayIso(answeredAt) },
    ],
    rows,
  );
  return csvResponse("purchases.csv", text);
}
