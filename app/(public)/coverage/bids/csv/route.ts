import { csv, csvResponse } from "@/lib/core/values/csv";
import { currentActor } from "@/lib/identity/session";
import { listBids } from "@/lib/market/bids/queries";
import { reference } from "@/lib/reference/queries";

export async function GET(): Promise<Response> {
  const [rows, { categories }] = await Promise.all([listBids(await currentActor()), reference()]);
  const text = csv(
    [
      { header: "Call-off", value: ({ reference: code }) => code },
      { header: "Title", value: ({ title }) => title },
      { header: "Authority", value: ({ authority }) => authority },
      { header: "Closed on", value: ({ closedOn }) => closedOn },
      { header: "Instrument", value: ({ instrument }) => instrument },
      { header: "Lot", value: ({ lot }) => lot },
      { header: "Lot title", value: ({ lotTitle }) => lotTitle },
      { header: "Category", value: ({ categoryCode }) => categories.name(categoryCode) },
      { header: "Tenders", value: ({ tenders }) => tenders },
      { header: "From voluntary organisations", value: ({ vcse }) => vcse },
      { header: "From small and medium organisations", value: ({ sme }) => sme },
    ],
    rows,
  );
  return csvResponse("bids.csv", text);
}
