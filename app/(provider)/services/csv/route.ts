import { csv, csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { listAllServices, titleOf } from "@/lib/register/service/queries";
import { readListed } from "@/lib/register/service/schema";
import { stateWords } from "@/lib/register/service/words";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireMember("provider");
  const { state } = readListed(Object.fromEntries(new URL(request.url).searchParams));
  const services = await listAllServices(actor, state);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Service", value: titleOf },
      { header: "Part", value: ({ part }) => part.title },
      { header: "Standing", value: (row) => stateWords[row.state].label },
      { header: "Places", value: ({ places }) => places },
      { header: "Open places", value: ({ openPlaces }) => openPlaces },
      { header: "Days to wait", value: ({ waitDays }) => waitDays },
      { header: "As of", value: ({ capacityAsOf }) => capacityAsOf },
      { header: "Confirmed", value: ({ confirmedAt }) => confirmedAt },
    ],
    services,
  );
  return csvResponse("services.csv", text);
}
