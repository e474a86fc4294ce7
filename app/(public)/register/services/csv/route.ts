import { csv, csvResponse } from "@/lib/core/values/csv";
import { currentActor } from "@/lib/identity/session";
import { listServices } from "@/lib/register/directory/queries";
import { DirectoryFilter } from "@/lib/register/directory/schema";
import { ageWords, sexWords } from "@/lib/register/service/words";

const MOST = 10_000;

/** The services of the public register as a file, with the same filters. No prices. */
export async function GET(request: Request) {
  const filter = DirectoryFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { rows } = await listServices(await currentActor(), filter, MOST);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Service", value: ({ published }) => published.title },
      { header: "Summary", value: ({ published }) => published.summary },
      { header: "Organisation", value: ({ organisation }) => organisation.name },
      { header: "Organisation reference", value: ({ organisation }) => organisation.reference },
      { header: "Part", value: ({ part }) => part.number },
      { header: "Part title", value: ({ part }) => part.title },
      { header: "Places", value: ({ published }) => published.places.join("; ") },
      { header: "For", value: ({ published }) => `${sexWords[published.sex]}, aged ${ageWords(published)}` },
      { header: "Capacity", value: ({ places }) => places },
      { header: "Open places", value: ({ openPlaces }) => openPlaces },
      { header: "Days to wait", value: ({ waitDays }) => waitDays },
    ],
    rows,
  );
  return csvResponse("register-services.csv", text);
}
