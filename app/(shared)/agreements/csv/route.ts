import { exportAgreements } from "@/lib/agreements/queries";
import { agreement } from "@/lib/agreements/states";
import { stateWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";

/** Agreements as a file, with the same filter and to the same readers. */
export async function GET(request: Request) {
  const actor = await requireMember();
  const wanted = new URL(request.url).searchParams.get("state");
  const state = agreement.states.find((known) => known === wanted);
  const [rows, { places, categories }] = await Promise.all([exportAgreements(actor, { state }), reference()]);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Title", value: ({ title }) => title },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
      { header: "Kind", value: ({ instrument }) => instrumentWords[instrument].label },
      { header: "Buyer", value: ({ buyer }) => buyer.name },
      { header: "Provider", value: ({ supplier }) => supplier.name },
      { header: "Category", value: ({ categoryCode }) => categories.name(categoryCode) },
      { header: "Place", value: ({ placeCode }) => places.label(placeCode) },
      { header: "Value without VAT", value: ({ valuePence }) => toPounds(valuePence) },
      { header: "VAT", value: ({ vatPence }) => toPounds(vatPence) },
      { header: "Starts", value: ({ startsOn }) => startsOn.toISOString().slice(0, 10) },
      { header: "Ends", value: ({ endsOn }) => endsOn.toISOString().slice(0, 10) },
      { header: "Signed", value: ({ signedAt }) => signedAt && dayIso(signedAt) },
    ],
    rows,
  );
  return csvResponse("agreements.csv", text);
}
