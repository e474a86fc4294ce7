import { csv, csvResponse } from "@/lib/core/values/csv";
import { toPounds } from "@/lib/core/values/money";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { sizeWords } from "@/lib/register/profile/words";
import { ageWords, settingWords, sexWords, unitWords } from "@/lib/register/service/words";
import { fromQuery } from "@/lib/search/address";
import { maySeePrices } from "@/lib/search/policy";
import { listForExport } from "@/lib/search/queries/search";
import { readCriteria } from "@/lib/search/schema";

export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  const lists = await reference();
  const { criteria } = readCriteria(fromQuery(new URL(request.url).search), lists);
  const results = await listForExport(actor, criteria);
  const text = csv(
    [
      { header: "Reference", value: (row) => row.reference },
      { header: "Service", value: (row) => row.title },
      { header: "Organisation", value: (row) => row.organisation.name },
      { header: "Category", value: (row) => lists.categories.name(row.categoryCode) },
      { header: "Places", value: (row) => row.placeCodes.map(lists.places.label).join(". ") },
      { header: "Open places", value: (row) => row.openPlaces },
      { header: "All places", value: (row) => row.places },
      { header: "Days to wait", value: (row) => row.waitDays },
      { header: "As of", value: (row) => row.capacityAsOf },
      { header: "Who for", value: (row) => `${sexWords[row.sex]}, aged ${ageWords(row)}` },
      { header: "Setting", value: (row) => row.settings.map((setting) => settingWords[setting].label).join(". ") },
      { header: "Size of organisation", value: (row) => row.size && sizeWords[row.size].label },
      { header: "Voluntary sector", value: (row) => (row.vcse ? "yes" : "no") },
      ...(maySeePrices(actor) ? Object.entries(unitWords) : []).map(([unit, { per }]) => ({
        header: `Lowest price ${per}, pounds before VAT`,
        value: (row: (typeof results)[number]) => {
          const price = row.prices?.find((one) => one.unit === unit);
          return price && toPounds(price.pence);
        },
      })),
      { header: "Why it is here", value: (row) => row.why.join(". ") },
    ],
    results,
  );
  return csvResponse("services-found.csv", text);
}
