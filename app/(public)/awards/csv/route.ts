import { stateWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords as callOffRouteWords } from "@/lib/calloff/record/words";
import { routes, routeWords } from "@/lib/calloff/route/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { currentActor } from "@/lib/identity/session";
import { type Award, exportAwards } from "@/lib/openness/queries";
import { awardFilter } from "@/lib/openness/schema";
import { reference } from "@/lib/reference/queries";

/** How it was bought, in words. */
function routeOf({ purchase, callOff }: Award): string | null {
  if (callOff?.route) return callOffRouteWords[callOff.route].label;
  const known = routes.find((name) => name === purchase?.route);
  return known ? routeWords[known].label : null;
}

/** The award register as a file, with the same filters. Open to everyone. */
export async function GET(request: Request) {
  const filter = awardFilter(Object.fromEntries(new URL(request.url).searchParams));
  const [rows, { places, categories }] = await Promise.all([exportAwards(await currentActor(), filter), reference()]);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Title", value: ({ title }) => title },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
      { header: "Kind", value: ({ instrument }) => instrumentWords[instrument].label },
      { header: "Buyer", value: ({ buyer }) => buyer.name },
      { header: "Buyer reference", value: ({ buyer }) => buyer.reference },
      { header: "Provider", value: ({ supplier }) => supplier.name },
      { header: "Provider reference", value: ({ supplier }) => supplier.reference },
      {
        header: "Provider is VCSE",
        value: ({ supplier }) => (supplier.provider ? (supplier.provider.vcse ? "yes" : "no") : null),
      },
      { header: "Provider size", value: ({ supplier }) => supplier.provider?.size },
      { header: "Route", value: routeOf },
      { header: "Call-off", value: ({ callOff }) => callOff?.reference },
      { header: "Lot", value: ({ lot }) => lot?.number },
      { header: "Tenders", value: ({ lot }) => lot?._count.tenders },
      { header: "Category", value: ({ categoryCode }) => categories.name(categoryCode) },
      { header: "Place", value: ({ placeCode }) => places.label(placeCode) },
      { header: "Place code", value: ({ placeCode }) => placeCode },
      { header: "Value without VAT", value: ({ valuePence }) => toPounds(valuePence) },
      { header: "VAT", value: ({ vatPence }) => toPounds(vatPence) },
      { header: "Starts", value: ({ startsOn }) => startsOn.toISOString().slice(0, 10) },
      { header: "Ends", value: ({ endsOn }) => endsOn.toISOString().slice(0, 10) },
      { header: "Signed", value: ({ signedAt }) => signedAt && dayIso(signedAt) },
    ],
    rows,
  );
  return csvResponse("awards.csv", text, { cacheControl: "public, max-age=60" });
}
