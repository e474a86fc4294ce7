import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { listServicesInReview } from "@/lib/register/service/queries";
import { requireReader } from "../../reader";

const MOST_PAGES = 40;

/** Services that wait to be checked, as a file: a thousand at the most. */
export async function GET() {
  const actor = await requireReader();
  const { items: first, total } = await listServicesInReview(actor);
  const pages = Array.from({ length: Math.max(0, Math.min(MOST_PAGES, Math.ceil(total / 25)) - 1) }, (_, at) => at + 2);
  const rows = [...first];
  for (const page of pages) rows.push(...(await listServicesInReview(actor, page)).items);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Service", value: ({ title }) => title },
      { header: "Organisation", value: ({ organisation }) => organisation },
      { header: "Part", value: ({ part }) => part },
      { header: "Sent", value: ({ submittedAt }) => dayIso(submittedAt) },
      { header: "Kind", value: ({ state }) => (state === "inReview" ? "new" : "change") },
    ],
    rows,
  );
  return csvResponse("services-to-check.csv", text);
}
